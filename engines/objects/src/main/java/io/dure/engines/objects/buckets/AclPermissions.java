package io.dure.engines.objects.buckets;

import io.dure.engines.objects.configuration.acl.Permission;
import io.dure.engines.objects.policy.S3Action;
import java.util.Optional;

/// Which permission of an ACL allows an action. Amazon S3 User Guide, "Access control list (ACL)
/// overview", "Mapping of ACL permissions and access policy permissions".
final class AclPermissions {
    private AclPermissions() {}

    /// By the bucket's ACL.
    ///
    /// @return empty for actions that it cannot allow
    static Optional<Permission> onBucket(S3Action action) {
        return switch (action) {
            case LIST_BUCKET, LIST_BUCKET_VERSIONS, LIST_BUCKET_MULTIPART_UPLOADS ->
                    Optional.of(Permission.READ);
            case PUT_OBJECT -> Optional.of(Permission.WRITE);
            case GET_BUCKET_ACL -> Optional.of(Permission.READ_ACP);
            case PUT_BUCKET_ACL -> Optional.of(Permission.WRITE_ACP);
            default -> Optional.empty();
        };
    }

    /// By the object's own ACL.
    ///
    /// @return empty for actions that it cannot allow
    static Optional<Permission> onObject(S3Action action) {
        return switch (action) {
            case GET_OBJECT, GET_OBJECT_VERSION -> Optional.of(Permission.READ);
            case GET_OBJECT_ACL, GET_OBJECT_VERSION_ACL -> Optional.of(Permission.READ_ACP);
            case PUT_OBJECT_ACL, PUT_OBJECT_VERSION_ACL -> Optional.of(Permission.WRITE_ACP);
            default -> Optional.empty();
        };
    }
}
