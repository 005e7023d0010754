package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Damages.Position;
import io.dure.platform.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Where pages of damages end, as clients carry it, and how much a page has.
final class DamageCursors {
    private static final int MOST_LISTED = 1000;
    private static final Pattern CURSOR = Pattern.compile("([0-9T:.Z-]{20,30})_([0-9a-f-]{36})");

    private DamageCursors() {}

    static int limit(int asked) {
        if (asked < 1 || asked > MOST_LISTED) {
            throw new InvalidInputException("limit", "out-of-range", "The limit is 1 to 1000.");
        }
        return asked;
    }

    static String write(Position position) {
        return position.at() + "_" + position.body();
    }

    /// @param cursor empty for the first page
    static Optional<Position> read(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        var parts = CURSOR.matcher(cursor);
        if (parts.matches()) {
            try {
                return Optional.of(
                        new Position(
                                Instant.parse(parts.group(1)), UUID.fromString(parts.group(2))));
            } catch (DateTimeException | IllegalArgumentException e) {
                // Reported below, as every other text that is none of ours.
            }
        }
        throw new InvalidInputException("after", "malformed", "This is no cursor of ours.");
    }
}
