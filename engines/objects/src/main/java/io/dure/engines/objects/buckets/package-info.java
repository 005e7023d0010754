/// What buckets are configured by, parsed once and remembered for a few seconds, and whom that lets
/// do what. The policy language itself is the package `policy`.
@NullMarked
package io.dure.engines.objects.buckets;

import org.jspecify.annotations.NullMarked;
