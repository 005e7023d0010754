/// What S3 can answer other than success: every code with its status and message, in one file.
@NullMarked
package io.dure.engines.objects.error;

import org.jspecify.annotations.NullMarked;
