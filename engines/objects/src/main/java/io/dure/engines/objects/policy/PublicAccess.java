package io.dure.engines.objects.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What S3 calls public. Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage",
/// "The meaning of public".
final class PublicAccess {
    private static final String SOURCE_IP = "aws:sourceip";
    private static final String USER_ID = "aws:userid";
    private static final String ACCESS_POINT = "s3:dataaccesspointarn";

    /// Of a role's session, whose name its user chooses.
    private static final Pattern SESSION = Pattern.compile("ARO[^:]*:.*", Pattern.DOTALL);

    private static final Pattern ACCESS_POINT_OF_ACCOUNT =
            Pattern.compile("arn:aws:s3:[^:*?$]*:[^:*?$]+:accesspoint/[^:?$]+");

    /// Keys that confine a statement when a condition holds them to fixed values.
    private static final Set<String> CONFINING =
            Stream.of(
                            "aws:PrincipalAccount",
                            "aws:PrincipalArn",
                            "aws:PrincipalOrgID",
                            "aws:PrincipalOrgPaths",
                            "aws:PrincipalServiceName",
                            "aws:SourceAccount",
                            "aws:SourceArn",
                            "aws:SourceOwner",
                            "aws:SourceVpc",
                            "aws:SourceVpce",
                            "aws:userid",
                            "s3:DataAccessPointAccount",
                            "s3:DataAccessPointArn",
                            "s3:x-amz-server-side-encryption-aws-kms-key-id")
                    .map(ConditionValues::folded)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<ConditionOperator> HOLDING =
            Set.of(
                    ConditionOperator.STRING_EQUALS,
                    ConditionOperator.STRING_EQUALS_IGNORE_CASE,
                    ConditionOperator.STRING_LIKE,
                    ConditionOperator.ARN_EQUALS,
                    ConditionOperator.ARN_LIKE);

    private PublicAccess() {}

    /// Whether the statement grants something to everyone, with no condition that confines it.
    static boolean isGrantedBy(Statement statement) {
        return statement.effect() == Statement.Effect.ALLOW
                && statement.principals().arePublic()
                && statement.conditions().stream().noneMatch(PublicAccess::confines);
    }

    private static boolean confines(Condition condition) {
        return switch (condition) {
            case Condition.Absence _ -> false;
            case Condition.Comparison comparison ->
                    fails(comparison)
                            && isFixed(comparison, ConditionValues.folded(condition.key()));
        };
    }

    /// Whether the condition fails for requests without the key.
    private static boolean fails(Condition.Comparison comparison) {
        return comparison.ifAbsent() == Condition.IfAbsent.COMPARED
                && comparison.quantifier() != Condition.Quantifier.FOR_ALL_VALUES;
    }

    private static boolean isFixed(Condition.Comparison comparison, String key) {
        var values = comparison.written();
        if (key.equals(SOURCE_IP)) {
            return comparison.operator() == ConditionOperator.IP_ADDRESS && areNarrow(values);
        }
        return HOLDING.contains(comparison.operator())
                && CONFINING.contains(key)
                && values.stream().allMatch(value -> isFixed(value, key));
    }

    private static boolean areNarrow(List<String> networks) {
        return networks.stream()
                .allMatch(network -> Cidr.parse(network).filter(Cidr::isFixed).isPresent());
    }

    private static boolean isFixed(String value, String key) {
        return switch (key) {
            case USER_ID -> isLiteral(value) && !SESSION.matcher(value).matches();
            // of a fixed account any of its access points may be meant
            case ACCESS_POINT ->
                    isLiteral(value) || ACCESS_POINT_OF_ACCOUNT.matcher(value).matches();
            default -> isLiteral(value);
        };
    }

    private static boolean isLiteral(String value) {
        return !value.contains("*") && !value.contains("?") && !value.contains("${");
    }
}
