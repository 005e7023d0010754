package io.dure.platform.people;

import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/// A place in the directory's order, from which a next page goes on.
public record DirectoryPosition(int rankOrder, String name, PersonId person) {
    private static final int LONGEST = 1_000;

    /// As clients carry it, opaque to them.
    public String cursor() {
        var text = rankOrder + " " + person + " " + name;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws InvalidInputException if it is none of ours
    public static DirectoryPosition of(String cursor) {
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException();
            }
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 3);
            return new DirectoryPosition(
                    Integer.parseInt(parts[0]), parts[2], new PersonId(UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInputException("cursor", "unknown", "This is no cursor of ours.");
        }
    }
}
