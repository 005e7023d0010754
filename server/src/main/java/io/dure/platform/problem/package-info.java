/// What a caller can do wrong, said the same way everywhere. Owns the kinds of problems, their
/// stable codes, and how HTTP words them (RFC 9457). Depends on nothing; everything depends on it.
@ApplicationModule(
        id = "problem",
        displayName = "Problem",
        allowedDependencies = {})
@NullMarked
package io.dure.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
