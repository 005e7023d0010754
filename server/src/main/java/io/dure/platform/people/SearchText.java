package io.dure.platform.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the directory finds a person by. Korean names are found by their initial consonants too:
/// `ㄱㅁㅅ` finds 김민수.
///
/// Hangul syllables are composed in a grid of 19 initials, 21 vowels and 28 finals (Unicode §3.12),
/// so the initial is a division away.
final class SearchText {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int SYLLABLES_PER_INITIAL = 21 * 28;

    /// As a Korean keyboard types them: Hangul compatibility jamo.
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private SearchText() {}

    static String of(Person person, Profile profile) {
        var localPart = person.email().map(email -> email.replaceFirst("@.*", ""));
        return Stream.of(
                        person.name(),
                        initials(person.name()),
                        profile.latinName(),
                        profile.chineseName(),
                        person.employeeNumber().orElse(""),
                        localPart.orElse(""))
                .filter(word -> !word.isEmpty())
                .map(SearchText::fold)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /// @return the LIKE pattern that finds the words anywhere, wildcards in them taken literally
    static String pattern(String words) {
        return "%"
                + fold(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                + "%";
    }

    /// @return the initial consonants of a name's syllables, the rest left out
    static String initials(String name) {
        return name.codePoints()
                .filter(point -> point >= FIRST_SYLLABLE && point <= LAST_SYLLABLE)
                .mapToObj(point ->
                        String.valueOf(
                                INITIALS.charAt((point - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)))
                .collect(Collectors.joining());
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
