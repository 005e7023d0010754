package io.dure.bench;

import java.nio.file.Path;

/// One run of a benchmark.
///
/// @param quick whether rough figures within a minute are wanted
/// @param launcher the command `dure`, which starts servers
/// @param folder for data of the run, empty at first and deleted afterwards
public record Run(boolean quick, Path launcher, Path folder) {}
