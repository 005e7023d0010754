package io.dure.platform.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// A digest of all that needs more than managing people: whose addresses change, and which
    /// posts somebody gains. Two plans with the same digest may be applied by the same callers.
    byte[] demands() {
        var addresses = readdressed.stream().map(person -> person.id().toString());
        var posts = gained.stream().map(Post::toString);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(addresses, posts)
                    .sorted()
                    .map(demand -> demand + "\0")
                    .forEach(demand -> digest.update(demand.getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<Post> gained(Posts before, Posts after) {
        return after.all().stream()
                .filter(post -> !before.all().contains(post))
                .collect(Collectors.toSet());
    }
}
