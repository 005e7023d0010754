/// What requests use, told to whoever counts it. The engine neither adds up nor remembers.
@NullMarked
package io.dure.engines.objects.usage;

import org.jspecify.annotations.NullMarked;
