/// Where bodies are, packed into the UUIDs that are all the metadata keep of them.
@NullMarked
package io.dure.engines.objects.bodies.place;

import org.jspecify.annotations.NullMarked;
