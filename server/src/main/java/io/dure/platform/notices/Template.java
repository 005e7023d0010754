package io.dure.platform.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/// What a mail says: a file for each language, `notices/LANGUAGE/NAME.txt`, the subject in its
/// first line, `{name}` for what varies.
public enum Template {
    INVITATION,
    RESET,
    PASSWORD_CHANGED,
    NEW_DEVICE,
    READDRESSED,
    QUOTA_NEAR,
    BUCKET_NEAR,
    STORAGE_FULL,
    DAMAGED;

    private static final Set<String> LANGUAGES = Set.of("ko", "en");

    /// @param body plain text
    record Letter(String subject, String body) {}

    /// @param language `ko` or `en`; another one gets English
    Letter write(String language, Map<String, String> values) {
        var text = read(LANGUAGES.contains(language) ? language : "en");
        var end = text.indexOf('\n');
        return new Letter(
                fill(text.substring(0, end), values).replaceAll("\\p{Cntrl}", " "),
                fill(text.substring(end + 1).strip(), values) + "\n");
    }

    private String read(String language) {
        var name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return new ClassPathResource("notices/" + language + "/" + name + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One pass, so that a value that looks like a name is not filled in again.
    private static String fill(String text, Map<String, String> values) {
        return java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .replaceAll(name ->
                        java.util.regex.Matcher.quoteReplacement(
                                values.getOrDefault(name.group(1), "")));
    }
}
