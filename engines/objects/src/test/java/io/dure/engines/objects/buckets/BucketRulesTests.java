package io.dure.engines.objects.buckets;

import static io.dure.engines.objects.policy.PolicyVerdict.ALLOW;
import static io.dure.engines.objects.policy.PolicyVerdict.DENY;
import static io.dure.engines.objects.policy.PolicyVerdict.NOTHING_SAID;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.configuration.OwnershipControls;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.acl.CannedAcl;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.BucketPolicy;
import io.dure.engines.objects.policy.PolicyVerdict;
import io.dure.engines.objects.policy.Requester;
import io.dure.engines.objects.policy.S3Action;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketRulesTests {
    private static final Namespace OWNER = new Namespace(UUID.randomUUID());
    private static final Requester STRANGER = new Requester.Anonymous();
    private static final Requester KEY = new Requester.Key(OWNER, "DKALICE");
    private static final String PUBLIC =
            """
            {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
             "Resource": "arn:aws:s3:::photos/*"}}\
            """;
    private static final String FOR_KEYS =
            PUBLIC.replace("\"*\"", "{\"AWS\": \"" + OWNER.id() + "\"}");

    private final Map<BucketDocument, String> documents = new EnumMap<>(BucketDocument.class);

    private BucketRules rules() {
        return BucketRules.of(
                OWNER, new ConfiguredBucket(new Bucket("photos", Instant.EPOCH), documents));
    }

    private void acl(CannedAcl acl) {
        documents.put(BucketDocument.ACL, acl.policy(OWNER, OWNER).write().document());
    }

    private void openToAcls() {
        documents.put(BucketDocument.OWNERSHIP, Buckets.DELETED);
        documents.put(BucketDocument.PUBLIC_ACCESS, Buckets.DELETED);
    }

    private void block(PublicAccessBlock block) {
        documents.put(BucketDocument.PUBLIC_ACCESS, block.write().document());
    }

    private boolean permits(PolicyVerdict verdict, Requester requester, S3Action action) {
        return rules().permits(verdict, requester, action, () -> false, Optional::empty);
    }

    @Test
    void aBucketThatNobodyConfiguredIsPrivate() {
        var rules = rules();

        assertThat(rules.policy()).isEmpty();
        assertThat(rules.acl().isPrivate()).isTrue();
        assertThat(rules.ownership()).isEqualTo(OwnershipControls.OF_NEW_BUCKETS.ownership());
        assertThat(rules.block()).isEqualTo(new PublicAccessBlock(true, true, true, true));
    }

    @Test
    void aDenialOutweighsAclAndKey() {
        openToAcls();
        acl(CannedAcl.PUBLIC_READ_WRITE);

        assertThat(rules().permits(DENY, KEY, LIST_BUCKET, () -> true, Optional::empty)).isFalse();
    }

    @Test
    void policyAclOrKeyAreEachEnough() {
        openToAcls();
        acl(CannedAcl.PUBLIC_READ);

        assertThat(permits(ALLOW, STRANGER, GET_OBJECT)).isTrue();
        assertThat(permits(NOTHING_SAID, STRANGER, LIST_BUCKET)).isTrue();
        assertThat(
                        rules().permits(
                                        NOTHING_SAID,
                                        KEY,
                                        GET_OBJECT,
                                        () -> true,
                                        BucketRulesTests::neverAsked))
                .isTrue();
        assertThat(
                        rules().permits(
                                        ALLOW,
                                        STRANGER,
                                        GET_OBJECT,
                                        () -> false,
                                        BucketRulesTests::neverAsked))
                .isTrue();
        assertThat(
                        rules().permits(
                                        DENY,
                                        STRANGER,
                                        GET_OBJECT,
                                        () -> false,
                                        BucketRulesTests::neverAsked))
                .isFalse();
        assertThat(permits(NOTHING_SAID, KEY, GET_OBJECT)).isFalse();
    }

    @Test
    void anAclAllowsWhatItsPermissionMeans() {
        openToAcls();
        acl(CannedAcl.PUBLIC_READ_WRITE);
        assertThat(permits(NOTHING_SAID, STRANGER, PUT_OBJECT)).isTrue();
        assertThat(permits(NOTHING_SAID, STRANGER, S3Action.DELETE_OBJECT)).isFalse();
        assertThat(permits(NOTHING_SAID, STRANGER, S3Action.PUT_BUCKET_ACL)).isFalse();

        acl(CannedAcl.AUTHENTICATED_READ);
        assertThat(permits(NOTHING_SAID, STRANGER, LIST_BUCKET)).isFalse();
        assertThat(permits(NOTHING_SAID, KEY, LIST_BUCKET)).isTrue();

        acl(CannedAcl.PRIVATE);
        assertThat(permits(NOTHING_SAID, KEY, LIST_BUCKET)).isFalse();
    }

    @Test
    void anAclThatIsOffOrIgnoredAllowsNothing() {
        openToAcls();
        acl(CannedAcl.PUBLIC_READ);

        block(new PublicAccessBlock(false, true, false, false));
        assertThat(permits(NOTHING_SAID, STRANGER, LIST_BUCKET)).isFalse();

        block(PublicAccessBlock.NONE);
        documents.put(
                BucketDocument.OWNERSHIP, OwnershipControls.OF_NEW_BUCKETS.write().document());
        assertThat(permits(NOTHING_SAID, STRANGER, LIST_BUCKET)).isFalse();
    }

    @Test
    void aRestrictedBucketWithAPublicPolicyIsForItsOwnKeysOnly() {
        openToAcls();
        acl(CannedAcl.PUBLIC_READ);
        documents.put(BucketDocument.POLICY, PUBLIC);

        block(new PublicAccessBlock(false, false, false, true));
        assertThat(permits(ALLOW, STRANGER, GET_OBJECT)).isFalse();
        assertThat(permits(NOTHING_SAID, STRANGER, LIST_BUCKET)).isFalse();
        assertThat(permits(ALLOW, KEY, GET_OBJECT)).isTrue();

        block(new PublicAccessBlock(true, true, true, false));
        assertThat(permits(ALLOW, STRANGER, GET_OBJECT)).isTrue();
    }

    @Test
    void aPublicPolicyIsTakenUnlessThoseAreBlocked() {
        var open = BucketPolicy.parse(PUBLIC, "photos", OWNER);
        var closed = BucketPolicy.parse(FOR_KEYS, "photos", OWNER);

        rules().requireTaken(closed);
        assertRefused(S3Error.ACCESS_DENIED, () -> rules().requireTaken(open));
        block(new PublicAccessBlock(true, true, false, true));
        rules().requireTaken(open);
    }

    @ParameterizedTest
    @EnumSource(CannedAcl.class)
    void whereAclsAreOffOnlyTheOwnersOwnIsTaken(CannedAcl acl) {
        var given = acl.policy(OWNER, OWNER);

        if (given.isPrivate()) {
            rules().requireTaken(given);
        } else {
            assertRefused(
                    S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED, () -> rules().requireTaken(given));
        }
    }

    @Test
    void aPublicAclIsTakenUnlessThoseAreBlocked() {
        openToAcls();
        var open = CannedAcl.PUBLIC_READ.policy(OWNER, OWNER);

        rules().requireTaken(open);
        block(new PublicAccessBlock(true, false, false, false));
        assertRefused(S3Error.ACCESS_DENIED, () -> rules().requireTaken(open));
        rules().requireTaken(CannedAcl.LOG_DELIVERY_WRITE.policy(OWNER, OWNER));
    }

    @Test
    void aclsAreTurnedOffOnlyWhileThereAreNone() {
        openToAcls();

        rules().requireTaken(OwnershipControls.OF_NEW_BUCKETS);
        acl(CannedAcl.PUBLIC_READ);
        rules().requireTaken(OwnershipControls.NONE);
        assertRefused(
                S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP,
                () -> rules().requireTaken(OwnershipControls.OF_NEW_BUCKETS));
    }

    private static void assertRefused(S3Error error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    void anObjectsAclCountsWhereAclsAreOnAndPublicOnesAreNotIgnored() {
        var acl = CannedAcl.PUBLIC_READ.policy(OWNER, OWNER);
        var marks = Marks.NONE.with(new Marks.Change.Acl(Optional.of(acl.write().document())));
        assertThat(reads(BucketRulesTests::neverAsked)).isFalse();

        openToAcls();
        assertThat(reads(() -> Optional.of(marks))).isTrue();
        assertThat(reads(() -> Optional.of(Marks.NONE))).isFalse();
        assertThat(reads(Optional::empty)).isFalse();
        assertThat(rules().aclOf(marks)).isEqualTo(acl);

        block(new PublicAccessBlock(false, true, false, false));
        assertThat(reads(BucketRulesTests::neverAsked)).isFalse();

        documents.clear();
        assertThat(rules().aclOf(marks).isPrivate()).isTrue();
    }

    private static Optional<Marks> neverAsked() {
        throw new AssertionError("the object was asked for");
    }

    private boolean reads(Supplier<Optional<Marks>> marks) {
        return rules().permits(NOTHING_SAID, STRANGER, GET_OBJECT, () -> false, marks);
    }
}
