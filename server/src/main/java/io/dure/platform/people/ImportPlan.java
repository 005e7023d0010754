package io.dure.platform.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What applying a file would do.
///
/// @param changed people as they would be afterwards
/// @param gained every post that somebody would fill and does not now
/// @param readdressed those of whom the login or the mail address would change, as they are
record ImportPlan(
        List<Card> entered,
        List<Card> changed,
        int unchanged,
        Set<Post> gained,
        List<Person> readdressed,
        List<LineError> errors) {
    int lines() {
        return entered.size()
                + changed.size()
                + unchanged
                + (int) errors.stream().map(LineError::line).distinct().count();
    }

    static Set<Post> gained(Posts before, Posts after) {
        return after.all().stream()
                .filter(post -> !before.all().contains(post))
                .collect(Collectors.toSet());
    }
}
