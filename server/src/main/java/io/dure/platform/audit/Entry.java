package io.dure.platform.audit;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One act in an organisation's trail.
///
/// @param at to the microsecond, which is what PostgreSQL keeps
/// @param action stable, `module.act`, such as `people.deactivate`; clients word it
/// @param subject whom or what it was done to, `kind:id`, such as `person:0198…`; may be empty
/// @param detail what else is worth knowing, never a secret
public record Entry(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        String subject,
        SortedMap<String, String> detail) {
    private static final Pattern PERSON =
            Pattern.compile("person:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_VALUE = 1_000;

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        subject = cut(subject, LONGEST_SUBJECT);
        detail = cut(detail);
    }

    /// The person to whom it was done, where it was one.
    public Optional<PersonId> subjectPerson() {
        return Optional.of(PERSON.matcher(subject))
                .filter(Matcher::matches)
                .map(found -> new PersonId(UUID.fromString(found.group(1))));
    }

    private static SortedMap<String, String> cut(Map<String, String> detail) {
        var kept = new TreeMap<String, String>();
        detail.forEach((key, value) -> kept.put(key, cut(value, LONGEST_VALUE)));
        return java.util.Collections.unmodifiableSortedMap(kept);
    }

    /// PostgreSQL keeps no NUL; what people typed is cut, since the act itself must be kept.
    private static String cut(String text, int longest) {
        var clean = text.replace('\0', '\uFFFD');
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
