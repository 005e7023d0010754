package io.dure.engines.objects.policy;

/// One value of a condition, with what it asks of a request's value.
@FunctionalInterface
interface Operand {
    /// @param actual one of the request's values
    /// @param values for the operand's variables
    boolean matches(String actual, ConditionValues values);
}
