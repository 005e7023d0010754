/// Benchmarks: each starts what it measures, measures a peer or a limit in the same run, and says
/// whether its bars are met. `./dure bench NAME` runs one.
@NullMarked
package io.dure.bench;

import org.jspecify.annotations.NullMarked;
