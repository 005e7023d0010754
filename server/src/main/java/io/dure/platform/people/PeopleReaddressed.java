package io.dure.platform.people;

import java.util.List;

/// People sign in with another login from now on, or are sent mail at another address. Published
/// and heard in the transaction that says so, with the organisation in scope.
///
/// @param before each as they were; never empty
public record PeopleReaddressed(List<Person> before) {
    public PeopleReaddressed {
        before = List.copyOf(before);
    }
}
