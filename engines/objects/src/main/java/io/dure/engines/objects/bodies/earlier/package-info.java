/// Bodies as they were stored before they described themselves (docs/decisions/0004, 0009): read,
/// and never written.
@NullMarked
package io.dure.engines.objects.bodies.earlier;

import org.jspecify.annotations.NullMarked;
