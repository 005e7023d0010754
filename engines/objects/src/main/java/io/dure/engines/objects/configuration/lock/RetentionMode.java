package io.dure.engines.objects.configuration.lock;

import java.util.Arrays;
import java.util.Optional;

/// Who may delete a version before its time. Amazon S3 User Guide, "Object Lock retention modes".
public enum RetentionMode {
    /// Whoever has the permission to bypass it, and says so.
    GOVERNANCE,
    /// Nobody.
    COMPLIANCE;

    static Optional<RetentionMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.name().equals(word)).findFirst();
    }
}
