package io.dure.platform.tenancy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person of one organisation, active or not, guest or member.
public record PersonId(@JsonValue UUID value) {
    @JsonCreator
    public PersonId {
        // JSON's empty string is read as no UUID at all.
        requireNonNull(value, "id");
    }

    /// Who acts when the operator's commands (`./dure tenant …`) call the server: nobody of the
    /// staff, but whoever may read the data folder. Audit trails show it as `launcher`.
    public static final PersonId LAUNCHER = new PersonId(new UUID(0, 1));

    @Override
    public String toString() {
        return value.toString();
    }
}
