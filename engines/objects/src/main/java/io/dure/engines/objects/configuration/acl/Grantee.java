package io.dure.engines.objects.configuration.acl;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.Arrays;

/// Whom a grant is for.
public sealed interface Grantee {
    /// The owner of a namespace: what S3 calls a canonical user.
    record Account(Namespace namespace) implements Grantee {}

    /// Many at once, by an address that S3 gave them. Amazon S3 User Guide, "Access control list
    /// (ACL) overview".
    enum Group implements Grantee {
        ALL_USERS("http://acs.amazonaws.com/groups/global/AllUsers"),
        AUTHENTICATED_USERS("http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
        LOG_DELIVERY("http://acs.amazonaws.com/groups/s3/LogDelivery");

        private final String uri;

        Group(String uri) {
            this.uri = uri;
        }

        public String uri() {
            return uri;
        }

        /// @throws S3Exception InvalidArgument
        static Group require(String uri) {
            return Arrays.stream(values())
                    .filter(group -> group.uri.equals(uri))
                    .findFirst()
                    .orElseThrow(() -> S3Exception.argument("Group/URI", uri, "Invalid group uri"));
        }
    }
}
