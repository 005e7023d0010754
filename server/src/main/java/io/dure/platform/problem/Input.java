package io.dure.platform.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with an input, so that a form learns of all its errors at once.
///
///     var input = new Input();
///     var name = input.text("name", request.name(), 1, 100);
///     input.check();
public final class Input {
    /// Control characters, halves of surrogate pairs, and the invisible ones that reorder or hide
    /// text (Unicode Bidi_Control, noncharacters).
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final List<FieldError> errors = new ArrayList<>();

    /// One line of a person's text: stripped, in Unicode form NFC, without control characters.
    ///
    /// @param min fewest characters (Unicode code points)
    /// @param max most characters
    /// @return the cleaned text, or an empty one with the error noted
    public String text(String field, @Nullable String value, int min, int max) {
        var text =
                value == null
                        ? ""
                        : java.text.Normalizer.normalize(
                                value.strip(), java.text.Normalizer.Form.NFC);
        if (UNPRINTABLE.matcher(text).find()) {
            reject(field, "control-character", field + " holds a control character.");
            return "";
        }
        var length = text.codePointCount(0, text.length());
        if (length == 0 && min > 0) {
            reject(field, "missing", field + " is missing.");
        } else if (length < min) {
            reject(field, "too-short", field + " needs at least " + min + " characters.", min);
        } else if (length > max) {
            reject(field, "too-long", field + " may have at most " + max + " characters.", max);
            return "";
        }
        return text;
    }

    /// A day in the lives of people; typing errors and what no database keeps are noted.
    public void date(String field, @Nullable LocalDate value) {
        expect(
                value == null || (!value.isBefore(EARLIEST) && !value.isAfter(LATEST)),
                field,
                "unlikely-date",
                "A date lies between 1900 and 2200.");
    }

    /// Notes an error unless the condition holds.
    public void expect(boolean condition, String field, String code, String detail) {
        if (!condition) {
            reject(field, code, detail);
        }
    }

    public void reject(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }

    /// Notes that a bound was crossed.
    public void reject(String field, String code, String detail, long limit) {
        errors.add(new FieldError(field, code, detail, limit));
    }

    /// @throws InvalidInputException if any error was noted
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }
}
