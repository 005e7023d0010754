package io.dure.cloud.backup;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// A backup cannot begin as things are.
public final class BackupRefusedException extends ProblemException {
    private static final long serialVersionUID = 1;

    BackupRefusedException(String detail) {
        super(Kind.CONFLICT, "backup-refused", detail);
    }
}
