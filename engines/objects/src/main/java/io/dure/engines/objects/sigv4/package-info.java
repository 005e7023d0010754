/// AWS Signature Version 4: reading what a request claims, computing what it should say, and
/// decoding signed chunks. Pure: no sockets, no clock.
@NullMarked
package io.dure.engines.objects.sigv4;

import org.jspecify.annotations.NullMarked;
