package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import java.util.Optional;
import java.util.Set;

/// Whom to list.
///
/// @param words anywhere in a name, initial consonants, employee number, e-mail address before
///   the @, or department; empty for everybody
/// @param department with those below it
/// @param after the last of the page before
/// @param limit how many at most
public record DirectoryQuery(
        String words,
        Optional<DepartmentId> department,
        Set<Person.State> states,
        Set<Person.Kind> kinds,
        Optional<DirectoryPosition> after,
        int limit) {
    /// A page that still answers at once.
    public static final int MOST = 200;
}
