/// Group commit: what many ask for at a time is done at once. Knows nothing of S3; whoever
/// implements the engine's metadata may use it too.
@NullMarked
package io.dure.engines.objects.batching;

import org.jspecify.annotations.NullMarked;
