/// The little XML that S3 speaks, read with bounds and without DTDs, and written. Pure.
@NullMarked
package io.dure.engines.objects.xml;

import org.jspecify.annotations.NullMarked;
