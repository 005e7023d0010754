package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Written;
import java.util.Optional;

/// What all uploads of bytes do first and last.
final class Uploading {
    private Uploading() {}

    /// Refuses a body for its length, and a large one for lack of room, before it is sent.
    static void admit(Exchange exchange) {
        var length = exchange.payload().requireLength(Limits.LARGEST_BODY_BYTES);
        if (length > Limits.ADMITTED_UNSEEN_BYTES) {
            exchange.services().metadata().admit(exchange.namespace(), exchange.bucket(), length);
        }
    }

    /// How an object is encrypted: as the request says, or as its bucket does.
    static Protection protection(Exchange exchange) {
        var asked = Protection.of(exchange.headers());
        var isDefault =
                asked.encryption() instanceof Encryption.None && exchange.rules().encrypts();
        return isDefault ? new Protection(Encryption.MANAGED, Optional.empty()) : asked;
    }

    /// An object's tags, locks and ACL: as the request says, or as its bucket retains them.
    static Marks marks(Exchange exchange) {
        var now = exchange.services().clock().instant();
        var asked = MarkHeaders.read(exchange.headers(), now).with(Acls.kept(exchange));
        if (asked.retention().isPresent()) {
            return asked;
        }
        return exchange.rules()
                .retention()
                .map(rule -> asked.with(new Change.Retain(Optional.of(rule.from(now)))))
                .orElse(asked);
    }

    /// What every stored object is answered with.
    static void tell(Written written, StoredObject object, Exchange exchange) {
        exchange.answer().about(object);
        Versions.write(written.versioning(), written.version(), exchange.answer());
        Protection.write(object.encryption(), exchange.answer());
        LifecycleHeaders.write(object, exchange);
    }
}
