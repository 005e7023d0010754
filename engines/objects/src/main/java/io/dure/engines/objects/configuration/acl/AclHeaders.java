package io.dure.engines.objects.configuration.acl;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The ACL that a request gives by its headers: a canned one by `x-amz-acl`, or grants by
/// `x-amz-grant-read` and its like. Amazon S3 API Reference, "PutObjectAcl".
public final class AclHeaders {
    private AclHeaders() {}

    /// @param header of the request, by lower-case name
    /// @param owner of the bucket or object
    /// @param bucketOwner of the bucket that the object lies in; for a bucket, its owner
    /// @return empty if no header gives one
    /// @throws S3Exception InvalidArgument, InvalidRequest, MalformedACLError; NotImplemented for
    ///   grantees named by e-mail
    public static Optional<AccessControlPolicy> policy(
            Function<String, Optional<String>> header, Namespace owner, Namespace bucketOwner) {
        var canned = header.apply("x-amz-acl");
        var grants =
                Arrays.stream(Permission.values())
                        .flatMap(permission -> grants(permission, header))
                        .toList();
        if (canned.isPresent() && !grants.isEmpty()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "Specifying both Canned ACLs and Header Grants is not allowed");
        }
        return canned.map(word -> CannedAcl.ofHeader(word).policy(owner, bucketOwner))
                .or(() -> ofGrants(owner, grants));
    }

    private static Optional<AccessControlPolicy> ofGrants(Namespace owner, List<Grant> grants) {
        return grants.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccessControlPolicy(owner, grants));
    }

    private static Stream<Grant> grants(
            Permission permission, Function<String, Optional<String>> header) {
        return header.apply(name(permission)).stream()
                .flatMap(value -> grantees(name(permission), value).stream())
                .map(grantee -> new Grant(grantee, permission));
    }

    /// `x-amz-grant-write-acp`.
    private static String name(Permission permission) {
        return "x-amz-grant-" + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Written as `id="…", uri="…"`; none of the values has a comma.
    private static List<Grantee> grantees(String header, String value) {
        var grantees = new ArrayList<Grantee>();
        for (var part : value.split(",", -1)) {
            var equals = part.indexOf('=');
            if (equals < 0) {
                throw unrecognised(header, value);
            }
            grantees.add(
                    grantee(
                            header,
                            part.substring(0, equals).strip(),
                            unquoted(part.substring(equals + 1))));
        }
        return grantees;
    }

    private static Grantee grantee(String header, String type, String value) {
        return switch (type) {
            case "id" -> new Grantee.Account(AccountIds.parse(value));
            case "uri" -> Grantee.Group.require(value);
            case "emailAddress" -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            default -> throw unrecognised(header, type);
        };
    }

    private static String unquoted(String text) {
        var value = text.strip();
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static S3Exception unrecognised(String header, String value) {
        return S3Exception.argument(header, value, "Argument format not recognized");
    }
}
