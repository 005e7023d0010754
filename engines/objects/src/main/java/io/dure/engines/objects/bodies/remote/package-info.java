/// Bodies in a bucket of another S3 service, an object each (docs/storage/volume-store.md, "Any S3
/// service instead").
@NullMarked
package io.dure.engines.objects.bodies.remote;

import org.jspecify.annotations.NullMarked;
