package io.dure.platform.people;

import java.time.LocalDate;
import java.util.Optional;

/// What is known of a person beside name and posts; a [DirectoryCard] shows a part of it. Texts are
/// empty where unknown.
///
/// @param latinName as a passport would have it
/// @param chineseName in Chinese characters
/// @param language `ko` or `en` where the person chose one
/// @param photoTag changes with the photo; empty without one
public record Profile(
        String latinName,
        String chineseName,
        String phone,
        String extension,
        String mobile,
        Optional<LocalDate> birthday,
        Optional<LocalDate> hiredOn,
        Optional<String> language,
        Optional<String> photoTag) {
    /// Nothing known yet.
    public static final Profile EMPTY =
            new Profile(
                    "",
                    "",
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
