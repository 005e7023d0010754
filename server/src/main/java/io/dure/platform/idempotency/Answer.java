package io.dure.platform.idempotency;

import org.jspecify.annotations.Nullable;

/// What was answered.
///
/// @param body as JSON, none where nothing was said
record Answer(
        int status, @Nullable String etag, @Nullable String location, @Nullable String body) {}
