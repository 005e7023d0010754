package io.dure.engines.objects.configuration.acl;

import java.util.Arrays;
import java.util.Optional;

/// What a grant allows. Amazon S3 User Guide, "Access control list (ACL) overview".
public enum Permission {
    /// All the others.
    FULL_CONTROL,
    /// List a bucket; read an object.
    READ,
    /// Put into a bucket; nothing for an object.
    WRITE,
    /// Read the ACL.
    READ_ACP,
    /// Change the ACL.
    WRITE_ACP;

    static Optional<Permission> of(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.name().equals(word))
                .findFirst();
    }

    boolean includes(Permission other) {
        return this == other || this == FULL_CONTROL;
    }
}
