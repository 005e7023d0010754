package io.dure.engines.objects.policy;

import io.dure.engines.objects.policy.Condition.IfAbsent;
import io.dure.engines.objects.policy.Condition.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a Condition element.
final class ConditionReader {
    private static final String FOR_ALL_VALUES = "ForAllValues:";
    private static final String FOR_ANY_VALUE = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";

    private final Language language;

    ConditionReader(Language language) {
        this.language = language;
    }

    /// All of which must hold.
    ///
    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy
    List<Condition> read(Json element) {
        var conditions = new ArrayList<Condition>();
        element.members(PolicyFault.SYNTAX)
                .forEach((operator, keys) ->
                        keys.members(PolicyFault.SYNTAX)
                                .forEach((key, values) ->
                                        conditions.add(condition(operator, key, texts(values)))));
        return List.copyOf(conditions);
    }

    private Condition condition(String operator, String key, List<String> values) {
        if (operator.equals("Null")) {
            requireKnown(key);
            return new Condition.Absence(key, values.stream().map(ConditionReader::truth).toList());
        }
        var quantifier = quantifier(operator);
        var ifAbsent = operator.endsWith(IF_EXISTS) ? IfAbsent.HOLDS : IfAbsent.COMPARED;
        var comparison =
                ConditionOperator.named(bare(operator, quantifier))
                        .orElseThrow(() -> PolicyFault.CONDITION_TYPE.exception(operator));
        requireKnown(key);
        return new Condition.Comparison(
                comparison,
                quantifier,
                ifAbsent,
                key,
                values,
                values.stream().map(value -> comparison.operand(value, language)).toList());
    }

    private static Quantifier quantifier(String operator) {
        if (operator.startsWith(FOR_ALL_VALUES)) {
            return Quantifier.FOR_ALL_VALUES;
        }
        return operator.startsWith(FOR_ANY_VALUE) ? Quantifier.FOR_ANY_VALUE : Quantifier.NONE;
    }

    private static String bare(String operator, Quantifier quantifier) {
        var from =
                switch (quantifier) {
                    case NONE -> 0;
                    case FOR_ALL_VALUES -> FOR_ALL_VALUES.length();
                    case FOR_ANY_VALUE -> FOR_ANY_VALUE.length();
                };
        var rest = operator.substring(from);
        return rest.endsWith(IF_EXISTS)
                ? rest.substring(0, rest.length() - IF_EXISTS.length())
                : rest;
    }

    private static void requireKnown(String key) {
        if (!KnownKeys.contains(key)) {
            throw PolicyFault.CONDITION_KEY.exception();
        }
    }

    /// Numbers and Booleans need no quotation marks.
    private static List<String> texts(Json values) {
        var items = values instanceof Json.Array(var several) ? several : List.of(values);
        if (items.isEmpty()) {
            throw PolicyFault.SYNTAX.exception();
        }
        return items.stream()
                .map(item ->
                        item instanceof Json.Bare(var written)
                                ? written
                                : item.text(PolicyFault.SYNTAX))
                .toList();
    }

    private static boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw PolicyFault.TRUTH.exception();
        };
    }
}
