package io.dure.engines.objects.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The bucket `photos` of one namespace, and who comes to it.
final class PolicyFixture {
    static final String OWNER_ID = "0190f0b2-1111-7aaa-8bbb-000000000001";
    static final String OTHER_ID = "0190f0b2-2222-7aaa-8bbb-000000000002";
    static final Namespace OWNER = new Namespace(UUID.fromString(OWNER_ID));
    static final Namespace OTHER = new Namespace(UUID.fromString(OTHER_ID));
    static final Requester ANYBODY = new Requester.Anonymous();
    static final Requester ALICE = new Requester.Key(OWNER, "DKALICE");
    static final Requester BOB = new Requester.Key(OWNER, "DKBOB");
    static final Requester STRANGER = new Requester.Key(OTHER, "DKALICE");

    private PolicyFixture() {}

    static BucketPolicy parse(String json) {
        return BucketPolicy.parse(json, "photos", OWNER);
    }

    static BucketPolicy policy(String... statements) {
        return parse(document("2012-10-17", statements));
    }

    static String document(String version, String... statements) {
        return """
        {"Version": "%s", "Statement": [%s]}\
        """
                .formatted(version, String.join(",", statements));
    }

    /// Of all of S3, on all of the bucket.
    static String statement(String effect, String principal) {
        return """
        {"Effect": "%s", "Principal": %s, "Action": "s3:*",
         "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]}\
        """
                .formatted(effect, principal);
    }

    static String on(String effect, String action, String resource) {
        return """
        {"Effect": "%s", "Principal": "*", "Action": "%s", "Resource": "%s"}\
        """
                .formatted(effect, action, resource);
    }

    static String when(String effect, String action, String resource, String condition) {
        return """
        {"Effect": "%s", "Principal": "*", "Action": "%s", "Resource": "%s", "Condition": %s}\
        """
                .formatted(effect, action, resource, condition);
    }

    static PolicyVerdict verdict(BucketPolicy policy, Requester requester) {
        return verdict(policy, requester, S3Action.GET_OBJECT, "a.jpg");
    }

    static PolicyVerdict verdict(
            BucketPolicy policy, Requester requester, S3Action action, String key) {
        var resource =
                switch (action.kind()) {
                    case SERVICE, BUCKET -> ResourceArn.bucket("photos");
                    case OBJECT -> ResourceArn.object("photos", key);
                };
        return policy.evaluate(
                new PolicyRequest(requester, action, resource, ConditionValues.none()));
    }

    static void assertMalformed(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.error()).isEqualTo(S3Error.MALFORMED_POLICY))
                .hasMessage(words);
    }
}
