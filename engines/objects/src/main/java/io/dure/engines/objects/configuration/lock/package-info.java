/// How long versions cannot be deleted: a bucket's default, a version's retention and legal hold.
/// Pure.
@NullMarked
package io.dure.engines.objects.configuration.lock;

import org.jspecify.annotations.NullMarked;
