package io.dure.platform.tenancy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A department in an organisation's tree.
public record DepartmentId(@JsonValue UUID value) {
    @JsonCreator
    public DepartmentId {
        // JSON's empty string is read as no UUID at all.
        requireNonNull(value, "id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
