/// Who may sign requests, and what a signature allows; the embedding product knows the keys.
@NullMarked
package io.dure.engines.objects.access;

import org.jspecify.annotations.NullMarked;
