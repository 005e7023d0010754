/// What a stored body says of itself, so that the store can be read without the metadata.
@NullMarked
package io.dure.engines.objects.description;

import org.jspecify.annotations.NullMarked;
