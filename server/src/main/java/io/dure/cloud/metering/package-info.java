/// What organisations use of what they rent: requests, bytes in and out, and bytes stored over
/// time, summed by the hour, and the warnings before the rented room is full. Owns the schema
/// `metering`.
///
/// A request is counted without a query and without a lock, in memory that is a file ([Tally]): so
/// it is counted even if the process is killed in the next moment. Every few seconds what came
/// since is added to the sums as one batch, whose id is remembered: added once, were it tried again
/// after a crash ([Batches]). `docs/decisions/0011-counting-usage.md` says why.
@ApplicationModule(
        id = "metering",
        displayName = "Metering",
        allowedDependencies = {
            "problem",
            "tenancy",
            "database",
            "people",
            "authority",
            "notices",
            "storage",
            "console"
        })
@NullMarked
package io.dure.cloud.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
