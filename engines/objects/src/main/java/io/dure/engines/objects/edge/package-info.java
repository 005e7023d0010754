/// What a port that strangers can reach needs and Jetty lacks: an end to requests that come too
/// slowly. Knows nothing of S3; the product's own HTTP port uses it too.
@NullMarked
package io.dure.engines.objects.edge;

import org.jspecify.annotations.NullMarked;
