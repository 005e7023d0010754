/// Bucket policies: reading AWS's policy language as S3 reads it, and saying what a policy says of
/// a request. Pure: text in, values out; the caller knows the request and the key's own rights.
@NullMarked
package io.dure.engines.objects.policy;

import org.jspecify.annotations.NullMarked;
