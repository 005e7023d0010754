package io.dure.platform.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person of one organisation, active or not, guest or member.
public record PersonId(@JsonValue UUID value) {
    @JsonCreator
    public PersonId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
