package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person as a list shows them.
///
/// @param employeeNumber empty where it is not the reader's to know
/// @param mobile likewise
public record Listing(
        PersonId id,
        String name,
        String latinName,
        String chineseName,
        Optional<String> employeeNumber,
        Optional<String> email,
        String phone,
        String extension,
        Optional<String> mobile,
        Person.Kind kind,
        Person.State state,
        Optional<String> photoTag,
        Optional<MainPost> post,
        DirectoryPosition position) {

    /// What all colleagues see.
    Listing forColleagues() {
        return new Listing(
                id,
                name,
                latinName,
                chineseName,
                Optional.empty(),
                email,
                phone,
                extension,
                Optional.empty(),
                kind,
                state,
                photoTag,
                post,
                position);
    }

    /// The main post, in words.
    public record MainPost(
            DepartmentId department,
            String departmentName,
            @Nullable String rank,
            @Nullable String title,
            String duty) {}
}
