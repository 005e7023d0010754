package io.dure.platform.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the directory finds a person by. Korean names are found by their initial consonants too:
/// `ㄱㅁㅅ` finds 김민수, and so do `김ㅁㅅ` and `ㄱ민ㅅ`.
///
/// Hangul syllables are composed in a grid of 19 initials, 21 vowels and 28 finals (Unicode §3.12),
/// so the initial is a division away.
///
/// For words of syllables and initials mixed the text holds each syllable after its initial,
/// `ㄱ김|ㅁ민|ㅅ수|`: a syllable sought is written the same way, an initial as `ㅁ_|`. Such words hold a
/// whole syllable, and so a trigram that the index finds.
final class SearchText {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int SYLLABLES_PER_INITIAL = 21 * 28;

    /// As a Korean keyboard types them: Hangul compatibility jamo.
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    /// Ends a syllable. Words to find cannot hold it: control characters are refused.
    private static final char END = '\u0001';

    private SearchText() {}

    static String of(Person person, Profile profile) {
        var localPart = person.email().map(email -> email.replaceFirst("@.*", ""));
        return Stream.of(
                        person.name(),
                        initials(person.name()),
                        spelt(person.name()),
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
        var folded = fold(words);
        return "%" + (isMixed(folded) ? mixed(folded) : literal(folded)) + "%";
    }

    private static String literal(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static boolean isMixed(String words) {
        return words.codePoints().allMatch(point -> isSyllable(point) || isInitial(point))
                && words.codePoints().anyMatch(SearchText::isSyllable)
                && words.codePoints().anyMatch(SearchText::isInitial);
    }

    private static String mixed(String words) {
        return words.codePoints()
                .mapToObj(point ->
                        isSyllable(point) ? spelt(point) : Character.toString(point) + '_' + END)
                .collect(Collectors.joining());
    }

    /// @return a name's syllables, each after its initial consonant, the rest left out
    private static String spelt(String name) {
        return name.codePoints()
                .filter(SearchText::isSyllable)
                .mapToObj(SearchText::spelt)
                .collect(Collectors.joining());
    }

    private static String spelt(int syllable) {
        return initial(syllable) + Character.toString(syllable) + END;
    }

    /// @return the initial consonants of a name's syllables, the rest left out
    static String initials(String name) {
        return name.codePoints()
                .filter(SearchText::isSyllable)
                .mapToObj(SearchText::initial)
                .collect(Collectors.joining());
    }

    private static String initial(int syllable) {
        return String.valueOf(INITIALS.charAt((syllable - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL));
    }

    private static boolean isSyllable(int point) {
        return point >= FIRST_SYLLABLE && point <= LAST_SYLLABLE;
    }

    private static boolean isInitial(int point) {
        return INITIALS.indexOf(point) >= 0;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
