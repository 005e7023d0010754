package io.dure.platform.identity.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The organisation's plan lacks the module, or its administrators switched it off.
final class ModuleOffException extends ProblemException {
    private static final long serialVersionUID = 1;

    ModuleOffException(String module) {
        super(Kind.FORBIDDEN, "module-off", "This organisation does not use " + module + ".");
    }
}
