package io.dure.platform.tenancy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// An organisation.
public record TenantId(@JsonValue UUID value) {
    @JsonCreator
    public TenantId {
        // JSON's empty string is read as no UUID at all.
        requireNonNull(value, "id");
    }

    /// The reserved organisation whose people are the operator's staff.
    public static final TenantId OPERATOR = new TenantId(new UUID(0, 0));

    @Override
    public String toString() {
        return value.toString();
    }
}
