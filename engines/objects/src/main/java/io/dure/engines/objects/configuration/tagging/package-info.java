/// Tags of buckets and objects: as XML, and as the header `x-amz-tagging`. Pure.
@NullMarked
package io.dure.engines.objects.configuration.tagging;

import org.jspecify.annotations.NullMarked;
