/// `./dure bench objects`: storage by S3, beside nginx and beside files that are created and
/// fsynced one by one.
@NullMarked
package io.dure.bench.objects;

import org.jspecify.annotations.NullMarked;
