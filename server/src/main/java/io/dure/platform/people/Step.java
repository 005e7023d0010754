package io.dure.platform.people;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;
import java.util.Set;

/// One step of a reorganisation.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Open.class, name = "OPEN"),
    @JsonSubTypes.Type(value = Step.Move.class, name = "MOVE"),
    @JsonSubTypes.Type(value = Step.Rename.class, name = "RENAME"),
    @JsonSubTypes.Type(value = Step.Close.class, name = "CLOSE"),
    @JsonSubTypes.Type(value = Step.MovePeople.class, name = "MOVE_PEOPLE")
})
public sealed interface Step {
    /// Opens a department; later steps name it by the id given here.
    record Open(DepartmentId department, String name, Optional<DepartmentId> parent)
            implements Step {}

    /// Moves a department with all below it.
    record Move(DepartmentId department, Optional<DepartmentId> parent, int position)
            implements Step {}

    record Rename(DepartmentId department, String name) implements Step {}

    record Close(DepartmentId department) implements Step {}

    /// Moves posts from one department to another, as they are.
    ///
    /// @param people whose posts; empty for everybody's
    record MovePeople(DepartmentId from, DepartmentId to, Set<PersonId> people) implements Step {
        public MovePeople {
            people = Set.copyOf(people);
        }
    }
}
