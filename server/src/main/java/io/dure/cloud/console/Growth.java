package io.dure.cloud.console;

import java.time.LocalDate;

/// What was used on a day (UTC), of one figure such as `storageBytes`.
public record Growth(LocalDate day, String figure, long amount) {}
