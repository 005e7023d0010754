/// What the engine must remember of buckets, objects and multipart uploads, and the interface by
/// which the embedding product remembers it.
@NullMarked
package io.dure.engines.objects.metadata;

import org.jspecify.annotations.NullMarked;
