package io.dure.engines.objects.configuration.acl;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.acl.Grantee.Account;
import io.dure.engines.objects.configuration.acl.Grantee.Group;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.metadata.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AclTests {
    private static final String ID = "018f3c1e-7b5a-7c3d-9e2f-000000000001";
    private static final Namespace OWNER = new Namespace(UUID.fromString(ID));
    private static final Namespace OTHER = new Namespace(UUID.fromString(ID.replace('1', '2')));
    private static final String EVERYBODY =
            "<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>";

    private static AccessControlPolicy policy(String grants) {
        return AccessControlPolicy.parse(
                bytes(
                        "<AccessControlPolicy><Owner><ID>"
                                + ID
                                + "</ID><DisplayName>x</DisplayName></Owner><AccessControlList>"
                                + grants
                                + "</AccessControlList></AccessControlPolicy>"));
    }

    @Test
    void aGrantGivesWhatItSays() {
        var policy =
                policy(
                        EVERYBODY
                                + "<Grant><Grantee><ID>"
                                + OTHER.id()
                                + "</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>");

        assertThat(policy.grants(Group.ALL_USERS, Permission.READ)).isTrue();
        assertThat(policy.grants(Group.ALL_USERS, Permission.WRITE)).isFalse();
        assertThat(policy.grants(new Account(OTHER), Permission.WRITE_ACP)).isTrue();
        assertThat(policy.grants(new Account(OWNER), Permission.READ)).isFalse();
        assertThat(policy.isPublic()).isTrue();
        assertThat(policy("").isPublic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Grant/>",
                "<Grant><Grantee/><Permission>READ</Permission></Grant>",
                "<Grant><Grantee><ID>" + ID + "</ID></Grantee><Permission>EAT</Permission></Grant>",
                "<Grant><Grantee><ID>" + ID + "</ID></Grantee></Grant>",
                "<Grant>text</Grant>"
            })
    void whatTheSchemaForbidsIsRefused(String grants) {
        assertRefused(S3Error.MALFORMED_ACL, () -> policy(grants));
    }

    @Test
    void aGranteeIsKnown() {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Invalid group uri",
                () -> policy(EVERYBODY.replace("AllUsers", "FakeGroup")));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Invalid id",
                () ->
                        policy(
                                "<Grant><Grantee><ID>wrong-id</ID></Grantee><Permission>READ</Permission></Grant>"));
        assertRefused(
                S3Error.NOT_IMPLEMENTED,
                () ->
                        policy(
                                "<Grant><Grantee><EmailAddress>a@b</EmailAddress></Grantee><Permission>READ</Permission></Grant>"));
    }

    @Test
    void thereAreAHundredGrants() {
        assertThat(policy(EVERYBODY.repeat(100)).grants()).hasSize(100);
        assertRefused(S3Error.MALFORMED_ACL, () -> policy(EVERYBODY.repeat(101)));
    }

    @ParameterizedTest
    @EnumSource(CannedAcl.class)
    void theOwnerControlsEveryCannedAcl(CannedAcl acl) {
        var policy = acl.policy(OWNER, OTHER);

        assertThat(policy.owner()).isEqualTo(OWNER);
        assertThat(policy.grants(new Account(OWNER), Permission.FULL_CONTROL)).isTrue();
        assertThat(AccessControlPolicy.parse(policy.write().bytes())).isEqualTo(policy);
    }

    @Test
    void theOthersAreGrantedWhatTheNameSays() {
        assertThat(CannedAcl.ofHeader("private").policy(OWNER, OWNER).grants()).hasSize(1);
        assertThat(CannedAcl.ofHeader("public-read").policy(OWNER, OWNER).isPublic()).isTrue();
        assertThat(
                        CannedAcl.ofHeader("public-read-write")
                                .policy(OWNER, OWNER)
                                .grants(Group.ALL_USERS, Permission.WRITE))
                .isTrue();
        assertThat(
                        CannedAcl.ofHeader("authenticated-read")
                                .policy(OWNER, OWNER)
                                .grants(Group.AUTHENTICATED_USERS, Permission.READ))
                .isTrue();
        assertThat(
                        CannedAcl.ofHeader("bucket-owner-read")
                                .policy(OWNER, OTHER)
                                .grants(new Account(OTHER), Permission.READ))
                .isTrue();
        assertThat(CannedAcl.ofHeader("bucket-owner-full-control").policy(OWNER, OWNER).grants())
                .hasSize(1);
        assertThat(
                        CannedAcl.ofHeader("log-delivery-write")
                                .policy(OWNER, OWNER)
                                .grants(Group.LOG_DELIVERY, Permission.READ_ACP))
                .isTrue();
    }

    @Test
    void anotherNameIsRefused() {
        assertRefused(S3Error.INVALID_ARGUMENT, () -> CannedAcl.ofHeader("fake-acl"));
        assertRefused(S3Error.NOT_IMPLEMENTED, () -> CannedAcl.ofHeader("aws-exec-read"));
    }

    private static Optional<AccessControlPolicy> headers(Map<String, String> headers) {
        return AclHeaders.policy(name -> Optional.ofNullable(headers.get(name)), OWNER, OWNER);
    }

    @Test
    void headersNameAnAclOrGrantees() {
        var everybody = "uri=\"" + Group.ALL_USERS.uri() + "\"";

        assertThat(headers(Map.of())).isEmpty();
        assertThat(headers(Map.of("x-amz-acl", "public-read")))
                .contains(CannedAcl.PUBLIC_READ.policy(OWNER, OWNER));
        assertThat(
                        headers(
                                Map.of(
                                        "x-amz-grant-read",
                                        everybody + ", id=" + OTHER.id(),
                                        "x-amz-grant-full-control",
                                        "id=\"" + OWNER.id() + "\"")))
                .contains(
                        new AccessControlPolicy(
                                OWNER,
                                List.of(
                                        new Grant(new Account(OWNER), Permission.FULL_CONTROL),
                                        new Grant(Group.ALL_USERS, Permission.READ),
                                        new Grant(new Account(OTHER), Permission.READ))));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "Specifying both Canned ACLs and Header Grants is not allowed",
                () -> headers(Map.of("x-amz-acl", "private", "x-amz-grant-write-acp", everybody)));
    }

    @ParameterizedTest
    @CsvSource({
        "fakekey=1234,Argument format not recognized",
        "everybody,Argument format not recognized",
        "'',Argument format not recognized",
        "id=wrong-id,Invalid id",
        "uri=http://acs.amazonaws.com/groups/s3/FakeGroup,Invalid group uri"
    })
    void aHeaderNamesGranteesThatAreKnown(String value, String message) {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                message,
                () -> headers(Map.of("x-amz-grant-write", value)));
    }
}
