/// The parts of HTTP that S3 leans on: paths, queries, ranges, dates and conditions. Pure.
@NullMarked
package io.dure.engines.objects.http;

import org.jspecify.annotations.NullMarked;
