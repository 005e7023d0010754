/// The protocol's front: from a request to its operation, one file each, named as S3 names it.
@NullMarked
package io.dure.engines.objects.s3;

import org.jspecify.annotations.NullMarked;
