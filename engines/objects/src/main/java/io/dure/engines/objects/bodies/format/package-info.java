/// How a body is stored, wherever that is: what it says of itself, its chunks, their checksums and
/// encryption (docs/storage/volume-store.md).
@NullMarked
package io.dure.engines.objects.bodies.format;

import org.jspecify.annotations.NullMarked;
