/// Access logs: what was asked of a bucket is written down in S3's format, and now and then put
/// into another bucket of its owner as an object. Best effort, as in S3.
@NullMarked
package io.dure.engines.objects.log;

import org.jspecify.annotations.NullMarked;
