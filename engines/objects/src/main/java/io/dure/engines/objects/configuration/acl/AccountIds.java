package io.dure.engines.objects.configuration.acl;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.UUID;

/// What stands where S3 has an account's canonical id: the id of its namespace.
final class AccountIds {
    private AccountIds() {}

    /// @throws S3Exception InvalidArgument
    static Namespace parse(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return new Namespace(id);
            }
        } catch (IllegalArgumentException e) {
            // answered as an id that is nobody's
        }
        throw S3Exception.argument("CanonicalUser/ID", text, "Invalid id");
    }

    static String write(Namespace namespace) {
        return namespace.id().toString();
    }
}
