package io.dure.engines.objects.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// How conditions compare; all but `Null`, which compares nothing. IAM User Guide, "IAM JSON policy
/// elements: Condition operators".
enum ConditionOperator {
    STRING_EQUALS("StringEquals", Sense.POSITIVE, Texts::equal),
    STRING_NOT_EQUALS("StringNotEquals", Sense.NEGATED, Texts::equal),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Sense.POSITIVE, Texts::equalIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE(
            "StringNotEqualsIgnoreCase", Sense.NEGATED, Texts::equalIgnoringCase),
    STRING_LIKE("StringLike", Sense.POSITIVE, Texts::like),
    STRING_NOT_LIKE("StringNotLike", Sense.NEGATED, Texts::like),
    NUMERIC_EQUALS("NumericEquals", Sense.POSITIVE, number(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Sense.NEGATED, number(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", Sense.POSITIVE, number(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Sense.POSITIVE, number(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Sense.POSITIVE, number(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS(
            "NumericGreaterThanEquals", Sense.POSITIVE, number(order -> order >= 0)),
    DATE_EQUALS("DateEquals", Sense.POSITIVE, date(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", Sense.NEGATED, date(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", Sense.POSITIVE, date(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Sense.POSITIVE, date(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", Sense.POSITIVE, date(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Sense.POSITIVE, date(order -> order >= 0)),
    BOOL("Bool", Sense.POSITIVE, Texts::truth),
    BINARY_EQUALS("BinaryEquals", Sense.POSITIVE, Texts::binary),
    IP_ADDRESS("IpAddress", Sense.POSITIVE, (text, _) -> Amounts.network(text)),
    NOT_IP_ADDRESS("NotIpAddress", Sense.NEGATED, (text, _) -> Amounts.network(text)),
    ARN_EQUALS("ArnEquals", Sense.POSITIVE, Texts::arn),
    ARN_LIKE("ArnLike", Sense.POSITIVE, Texts::arn),
    ARN_NOT_EQUALS("ArnNotEquals", Sense.NEGATED, Texts::arn),
    ARN_NOT_LIKE("ArnNotLike", Sense.NEGATED, Texts::arn);

    private static final Map<String, ConditionOperator> BY_NAME =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    operator -> operator.text, Function.identity()));

    private enum Sense {
        POSITIVE,
        NEGATED
    }

    private final String text;
    private final Sense sense;
    private final BiFunction<String, Language, Operand> operands;

    ConditionOperator(String text, Sense sense, BiFunction<String, Language, Operand> operands) {
        this.text = text;
        this.sense = sense;
        this.operands = operands;
    }

    private static BiFunction<String, Language, Operand> number(IntPredicate holds) {
        return (text, _) -> Amounts.number(text, holds);
    }

    private static BiFunction<String, Language, Operand> date(IntPredicate holds) {
        return (text, _) -> Amounts.date(text, holds);
    }

    /// By its exact name: S3 refuses `stringequals`.
    static Optional<ConditionOperator> named(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }

    /// Whether it holds where no value matches: of several values none may.
    boolean isNegated() {
        return sense == Sense.NEGATED;
    }

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy if it compares no such
    ///   thing
    Operand operand(String value, Language language) {
        return operands.apply(value, language);
    }
}
