/// Which pages of other origins may use a bucket, and what a browser is told about it. Pure.
@NullMarked
package io.dure.engines.objects.configuration.cors;

import org.jspecify.annotations.NullMarked;
