package io.dure.platform.identity;

/// Which keys type Hangul on a Korean keyboard (KS X 5002): a common Korean word that is typed with
/// the keyboard still in Latin looks random and is not.
final class Dubeolsik {
    private static final String[] INITIALS = {
        "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v",
        "g"
    };
    private static final String[] MEDIALS = {
        "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl",
        "b", "m", "ml", "l"
    };
    private static final String[] FINALS = {
        "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg",
        "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"
    };
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    private Dubeolsik() {}

    /// @return the Latin letters on the keys; what is no Hangul syllable stays
    static String keys(String text) {
        var keys = new StringBuilder();
        text.chars().forEach(letter -> keys.append(keys(letter)));
        return keys.toString();
    }

    /// A syllable's number is (initial × 21 + medial) × 28 + final. Unicode §3.12.
    private static String keys(int letter) {
        if (letter < FIRST_SYLLABLE || letter > LAST_SYLLABLE) {
            return Character.toString(letter);
        }
        var number = letter - FIRST_SYLLABLE;
        return INITIALS[number / FINALS.length / MEDIALS.length]
                + MEDIALS[number / FINALS.length % MEDIALS.length]
                + FINALS[number % FINALS.length];
    }
}
