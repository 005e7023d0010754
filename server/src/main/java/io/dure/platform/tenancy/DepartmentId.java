package io.dure.platform.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A department in an organisation's tree.
public record DepartmentId(@JsonValue UUID value) {
    @JsonCreator
    public DepartmentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
