package io.dure.engines.objects.policy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// What can be wrong with a policy, in the words that S3 was seen to answer with, unless it says
/// otherwise. Each is MalformedPolicy.
enum PolicyFault {
    NO_OBJECT("Policies must be valid JSON and the first byte must be '{'"),
    INVALID_JSON("This policy contains invalid Json"),
    TOO_LARGE("Normalized policy document exceeds the maximum allowed size of 20480 bytes"),
    SYNTAX("Invalid policy syntax."),
    UNKNOWN_FIELD("Unknown field "),
    MISSING_FIELD("Missing required field "),
    VERSION("The policy must contain a valid version string"),
    NO_STATEMENT("Could not parse the policy: Statement is empty!"),
    EFFECT("Invalid effect: "),
    PRINCIPAL("Invalid principal in policy"),
    ALLOW_WITH_NOT_PRINCIPAL("Allow with NotPrincipal is not allowed."),
    ACTION("Policy has invalid action"),
    RESOURCE("Policy has invalid resource"),
    ACTION_WITHOUT_RESOURCE("Action does not apply to any resource(s) in statement"),
    CONDITION_TYPE("Invalid Condition type : "),
    CONDITION_KEY("Policy has an invalid condition key"),
    CONDITION_WITHOUT_ACTION(
            "Conditions do not apply to combination of actions and resources in statement"),
    ADDRESS("Invalid IP address in Conditions"),
    /// Our words.
    NUMBER("Invalid number in Conditions"),
    /// Our words.
    DATE("Invalid date in Conditions"),
    /// Our words.
    TRUTH("Invalid Boolean in Conditions"),
    /// Our words.
    BASE64("Invalid Base64 in Conditions");

    private static final int LONGEST_DETAIL = 64;

    private final String words;

    PolicyFault(String words) {
        this.words = words;
    }

    S3Exception exception() {
        return new S3Exception(S3Error.MALFORMED_POLICY, words);
    }

    /// @param detail of the policy; shortened, and without what XML could not carry
    S3Exception exception(String detail) {
        var shown =
                detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))
                        .replaceAll("[^\\x20-\\x7e]", "?");
        return new S3Exception(S3Error.MALFORMED_POLICY, words + shown);
    }
}
