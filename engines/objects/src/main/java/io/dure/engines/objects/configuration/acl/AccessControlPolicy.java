package io.dure.engines.objects.configuration.acl;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.configuration.acl.Grantee.Account;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.List;

/// Who may do what with a bucket or an object. Amazon S3 API Reference, "PutBucketAcl".
///
/// @param grants up to 100
public record AccessControlPolicy(Namespace owner, List<Grant> grants) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_GRANTS = 100;

    /// @throws S3Exception MalformedACLError
    public AccessControlPolicy {
        grants = List.copyOf(grants);
        if (grants.size() > MOST_GRANTS) {
            throw malformed();
        }
    }

    /// @throws S3Exception MalformedACLError, InvalidArgument; NotImplemented for grantees named by
    ///   e-mail
    public static AccessControlPolicy parse(byte[] document) {
        try {
            var fields =
                    Fields.read(
                            document,
                            MOST_BYTES,
                            "AccessControlPolicy",
                            "Owner",
                            "AccessControlList");
            var owner = Fields.of(fields.require("Owner"), "ID", "DisplayName");
            var list = Fields.of(fields.require("AccessControlList"), "Grant");
            return new AccessControlPolicy(
                    AccountIds.parse(owner.requireWord("ID")),
                    list.all("Grant").stream().map(AccessControlPolicy::grant).toList());
        } catch (S3Exception e) {
            throw e.error() == S3Error.MALFORMED_XML ? malformed() : e;
        }
    }

    private static S3Exception malformed() {
        return new S3Exception(S3Error.MALFORMED_ACL);
    }

    private static Grant grant(Element element) {
        var fields = Fields.of(element, "Grantee", "Permission");
        return new Grant(
                grantee(fields.require("Grantee")),
                Permission.of(fields.requireWord("Permission")).orElseThrow(Fields::malformed));
    }

    /// Its attribute `xsi:type` says no more than its elements do.
    private static Grantee grantee(Element element) {
        var fields = Fields.of(element, "ID", "DisplayName", "URI", "EmailAddress");
        if (fields.has("EmailAddress")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        if (fields.has("ID") == fields.has("URI")) {
            throw Fields.malformed();
        }
        return fields.word("URI")
                .<Grantee>map(Grantee.Group::require)
                .orElseGet(() -> new Account(AccountIds.parse(fields.requireWord("ID"))));
    }

    /// Whether a grant to this grantee itself includes the permission.
    public boolean grants(Grantee grantee, Permission permission) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.grantee().equals(grantee) && grant.permission().includes(permission));
    }

    /// Whether strangers have any permission. Amazon S3 User Guide, "The meaning of «public»".
    public boolean isPublic() {
        return grants.stream()
                .map(Grant::grantee)
                .anyMatch(grantee ->
                        grantee == Grantee.Group.ALL_USERS
                                || grantee == Grantee.Group.AUTHENTICATED_USERS);
    }

    /// Whether it gives nobody but the owner anything.
    public boolean isPrivate() {
        return grants.stream().allMatch(grant -> grant.grantee().equals(new Account(owner)));
    }

    public XmlWriter write() {
        return XmlWriter.s3("AccessControlPolicy")
                .element("Owner", inside -> inside.text("ID", AccountIds.write(owner)))
                .element("AccessControlList", list -> grants.forEach(grant -> write(grant, list)));
    }

    private static void write(Grant grant, XmlWriter list) {
        list.element(
                "Grant",
                inside ->
                        inside.raw(
                                        switch (grant.grantee()) {
                                            case Account(var namespace) ->
                                                    grantee(
                                                            "CanonicalUser",
                                                            "ID",
                                                            AccountIds.write(namespace));
                                            case Grantee.Group group ->
                                                    grantee("Group", "URI", group.uri());
                                        })
                                .text("Permission", grant.permission().name()));
    }

    /// Neither ids nor addresses of groups have characters that XML reserves.
    private static String grantee(String type, String name, String text) {
        return "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"%s\"><%s>%s</%s></Grantee>"
                .formatted(type, name, text, name);
    }
}
