package io.dure.platform.people;

import org.jspecify.annotations.Nullable;

/// What people say of themselves; what is null stays as it is. Name, login, posts and the like are
/// for the organisation to say.
///
/// @param language `ko`, `en`, or empty for the organisation's own
public record OwnDetails(
        @Nullable String latinName,
        @Nullable String chineseName,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String mobile,
        @Nullable String language) {
    Details over(Card before) {
        var person = before.person();
        var profile = before.profile();
        return new Details(
                person.login(),
                person.employeeNumber().orElse(null),
                person.name(),
                person.email().orElse(null),
                latinName == null ? profile.latinName() : latinName,
                chineseName == null ? profile.chineseName() : chineseName,
                phone == null ? profile.phone() : phone,
                extension == null ? profile.extension() : extension,
                mobile == null ? profile.mobile() : mobile,
                profile.birthday().orElse(null),
                profile.hiredOn().orElse(null),
                language == null ? profile.language().orElse(null) : language);
    }
}
