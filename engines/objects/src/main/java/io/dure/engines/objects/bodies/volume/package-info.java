/// Bodies on a local disk: small ones appended to segments, large ones in files of their own.
@NullMarked
package io.dure.engines.objects.bodies.volume;

import org.jspecify.annotations.NullMarked;
