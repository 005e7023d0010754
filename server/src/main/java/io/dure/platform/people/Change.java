package io.dure.platform.people;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dure.platform.tenancy.PersonId;
import java.util.List;

/// What a dated change does. Kept as JSON, by these names.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = Change.Reorganisation.class, name = "REORGANISATION")
})
public sealed interface Change {
    /// Puts one person into other posts.
    record Transfer(PersonId person, PostChange posts) implements Change {}

    /// Changes the tree of departments, step after step, all of them or none.
    record Reorganisation(List<Step> steps) implements Change {
        /// As many as somebody could still check before entering them.
        public static final int MOST_STEPS = 500;

        public Reorganisation {
            steps = List.copyOf(steps);
        }
    }

    default Kind kind() {
        return switch (this) {
            case Transfer _ -> Kind.TRANSFER;
            case Reorganisation _ -> Kind.REORGANISATION;
        };
    }

    enum Kind {
        TRANSFER,
        REORGANISATION
    }
}
