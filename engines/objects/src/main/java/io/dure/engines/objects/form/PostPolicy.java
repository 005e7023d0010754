package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What whoever signed a form lets others upload by it. Amazon S3 API Reference, "POST Policy".
///
/// @param sizes that the file may have
public record PostPolicy(Instant expiration, List<PostCondition> conditions, SizeRange sizes) {
    /// Fields that no condition needs to name.
    private static final Set<String> FREE = Set.of("policy", "x-amz-signature");

    private static final String IGNORED = "x-ignore-";

    public PostPolicy {
        conditions = List.copyOf(conditions);
    }

    /// @param encoded in Base64, as the form has it
    /// @throws S3Exception InvalidPolicyDocument
    public static PostPolicy parse(String encoded) {
        return PostPolicyReader.read(encoded);
    }

    /// @param form with its variables replaced, and `bucket` as if it were a field
    /// @throws S3Exception AccessDenied
    public void require(FormFields form, Instant now) {
        if (!now.isBefore(expiration)) {
            throw FormFault.againstPolicy("Policy expired.");
        }
        for (var condition : conditions) {
            if (!condition.holds(form)) {
                throw FormFault.againstPolicy("Policy Condition failed: " + condition);
            }
        }
        requireNamed(form);
    }

    private void requireNamed(FormFields form) {
        var named = conditions.stream().map(PostCondition::name).collect(Collectors.toSet());
        var extra =
                form.byName().keySet().stream()
                        .filter(name -> !FREE.contains(name) && !name.startsWith(IGNORED))
                        .filter(name -> !named.contains(name))
                        .collect(Collectors.joining(", "));
        if (!extra.isEmpty()) {
            throw FormFault.againstPolicy("Extra input fields: " + extra);
        }
    }
}
