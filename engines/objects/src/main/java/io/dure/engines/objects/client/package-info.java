/// A client of S3: the dozen of operations that keeping bodies in another service takes, with
/// bounds on what they wait for (docs/decisions/0012).
@NullMarked
package io.dure.engines.objects.client;

import org.jspecify.annotations.NullMarked;
