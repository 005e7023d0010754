package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import java.util.Set;

/// What an organisation rents.
///
/// @param people most people that are not deactivated
/// @param storageBytes most bytes in its storage
/// @param modules the names of the modules it may use
/// @param encrypted whether what it stores is encrypted under a key of its own, also when nobody
///   asks
public record Plan(int people, long storageBytes, Set<String> modules, boolean encrypted) {
    private static final int MAX_PEOPLE = 1_000_000;
    private static final long MAX_STORAGE_BYTES = 1L << 50;

    public Plan {
        modules = Set.copyOf(modules);
    }

    /// Notes what is wrong with a plan that came from outside.
    ///
    /// @param offered the names of all modules that can be rented
    public void check(Input input, Set<String> offered) {
        input.expect(
                people >= 1 && people <= MAX_PEOPLE,
                "plan.people",
                "out-of-range",
                "A plan is for 1 to " + MAX_PEOPLE + " people.");
        input.expect(
                storageBytes >= 0 && storageBytes <= MAX_STORAGE_BYTES,
                "plan.storageBytes",
                "out-of-range",
                "A plan has at most " + MAX_STORAGE_BYTES + " bytes of storage.");
        for (var module : modules) {
            input.expect(
                    offered.contains(module),
                    "plan.modules",
                    "unknown",
                    "There is no module " + module + ".");
        }
    }
}
