/// When objects, versions and unfinished uploads end by themselves: the rules, and what is due.
/// Pure.
@NullMarked
package io.dure.engines.objects.configuration.lifecycle;

import org.jspecify.annotations.NullMarked;
