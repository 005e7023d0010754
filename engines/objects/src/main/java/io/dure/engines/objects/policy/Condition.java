package io.dure.engines.objects.policy;

import java.util.List;

/// What a statement asks of one key of a request. IAM User Guide, "IAM JSON policy elements:
/// Condition operators" and "Conditions with multiple context keys or values".
sealed interface Condition {
    String key();

    boolean holds(ConditionValues request);

    /// Whether it asks for the key, or one of its values does.
    default boolean mentions(ConditionKey asked) {
        return asked.standsIn(key())
                || (this instanceof Comparison comparison
                        && comparison.written().stream().anyMatch(asked::standsIn));
    }

    /// `Null`: whether the key is absent.
    ///
    /// @param absent any of these may be so
    record Absence(String key, List<Boolean> absent) implements Condition {
        public Absence {
            absent = List.copyOf(absent);
        }

        @Override
        public boolean holds(ConditionValues request) {
            return absent.contains(request.all(key).isEmpty());
        }
    }

    /// Any other operator.
    ///
    /// @param written the values as the policy has them
    /// @param operands what the values ask
    record Comparison(
            ConditionOperator operator,
            Quantifier quantifier,
            IfAbsent ifAbsent,
            String key,
            List<String> written,
            List<Operand> operands)
            implements Condition {
        public Comparison {
            written = List.copyOf(written);
            operands = List.copyOf(operands);
        }

        @Override
        public boolean holds(ConditionValues request) {
            var actual = request.all(key);
            if (actual.isEmpty() && ifAbsent == IfAbsent.HOLDS) {
                return true;
            }
            return switch (quantifier) {
                case NONE ->
                        operator.isNegated()
                                ? actual.stream().allMatch(value -> holdsOf(value, request))
                                : actual.stream().anyMatch(value -> holdsOf(value, request));
                // an empty text counts as no value for both
                case FOR_ALL_VALUES ->
                        actual.stream()
                                .allMatch(value -> value.isEmpty() || holdsOf(value, request));
                case FOR_ANY_VALUE ->
                        actual.stream()
                                .anyMatch(value -> !value.isEmpty() && holdsOf(value, request));
            };
        }

        private boolean holdsOf(String value, ConditionValues request) {
            var matches = operands.stream().anyMatch(operand -> operand.matches(value, request));
            return matches != operator.isNegated();
        }
    }

    /// How many of a request's values must compare.
    enum Quantifier {
        /// Not said. Of several values any may match; for a negated operator none may.
        NONE,
        /// Every one; so it holds if there is none.
        FOR_ALL_VALUES,
        /// One; so it does not hold if there is none.
        FOR_ANY_VALUE
    }

    /// What becomes of a comparison with a key that is absent.
    enum IfAbsent {
        /// It is compared: a negated operator holds, and no other.
        COMPARED,
        /// `IfExists`.
        HOLDS
    }
}
