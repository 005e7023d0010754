/// The documents by which buckets and objects are configured: read from S3's XML with bounds, held
/// as values that cannot be invalid, and written as S3 writes them. Pure.
@NullMarked
package io.dure.engines.objects.configuration;

import org.jspecify.annotations.NullMarked;
