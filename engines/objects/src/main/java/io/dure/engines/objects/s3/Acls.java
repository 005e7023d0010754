package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.acl.AccessControlPolicy;
import io.dure.engines.objects.configuration.acl.AclHeaders;
import io.dure.engines.objects.configuration.acl.CannedAcl;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Marks.Change;
import java.io.IOException;
import java.util.Optional;

/// The ACLs that requests bring.
final class Acls {
    private Acls() {}

    /// @throws S3Exception as [AclHeaders] says
    static Optional<AccessControlPolicy> ofHeaders(Exchange exchange) {
        return AclHeaders.policy(exchange::header, exchange.namespace(), exchange.namespace());
    }

    /// Checks the ACL that an upload brings, if it does, against its bucket.
    ///
    /// @throws S3Exception AccessControlListNotSupported, AccessDenied, NoSuchBucket
    static void requireTaken(Exchange exchange) {
        ofHeaders(exchange).ifPresent(exchange.rules()::requireTaken);
    }

    /// The ACL that an upload brings, as it is kept.
    static Change kept(Exchange exchange) {
        return new Change.Acl(ofHeaders(exchange).flatMap(Acls::text));
    }

    /// An ACL of an object, as it is kept.
    static Change kept(AccessControlPolicy acl) {
        return new Change.Acl(text(acl));
    }

    private static Optional<String> text(AccessControlPolicy acl) {
        return Optional.of(acl)
                .filter(given -> !given.equals(CannedAcl.PRIVATE.policy(acl.owner(), acl.owner())))
                .map(given -> given.write().document());
    }

    /// The ACL of a request that is about one: of its headers, or its body.
    ///
    /// @throws S3Exception AccessDenied if it names another owner; AccessControlListNotSupported if
    ///   the bucket does not take it
    static AccessControlPolicy require(Exchange exchange) throws IOException {
        var document = exchange.payload().readAll(Limits.LARGEST_DOCUMENT_BYTES);
        var acl = document.length == 0 ? required(exchange) : read(exchange, document);
        exchange.rules().requireTaken(acl);
        return acl;
    }

    private static AccessControlPolicy required(Exchange exchange) {
        return ofHeaders(exchange)
                .orElseThrow(() -> new S3Exception(S3Error.MISSING_SECURITY_HEADER));
    }

    private static AccessControlPolicy read(Exchange exchange, byte[] document) {
        if (ofHeaders(exchange).isPresent()) {
            throw new S3Exception(S3Error.INVALID_REQUEST, "This request does not support content");
        }
        var acl = AccessControlPolicy.parse(document);
        if (!acl.owner().equals(exchange.namespace())) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
        return acl;
    }
}
