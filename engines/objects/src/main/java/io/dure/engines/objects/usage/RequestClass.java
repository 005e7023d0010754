package io.dure.engines.objects.usage;

/// What a request costs, as clouds price them.
public enum RequestClass {
    /// Stores, copies, changes or lists: "class A".
    WRITE,
    /// Reads, and asks whether something is there: "class B".
    READ,
    /// Deletes and aborts, which are free everywhere.
    DELETE
}
