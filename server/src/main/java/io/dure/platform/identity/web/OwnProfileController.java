package io.dure.platform.identity.web;

import io.dure.platform.identity.Preferences;
import io.dure.platform.identity.Preferences.Theme;
import io.dure.platform.people.Card;
import io.dure.platform.people.OwnDetails;
import io.dure.platform.people.People;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the caller says of themselves, and how they want things to look.
@RestController
@RequestMapping({"/api/o/{org}/me/profile", "/api/console/me/profile"})
class OwnProfileController {
    private final People people;
    private final Preferences preferences;

    OwnProfileController(People people, Preferences preferences) {
        this.people = people;
        this.preferences = preferences;
    }

    /// @param language none: the organisation's
    record OwnProfile(
            String latinName,
            String chineseName,
            String phone,
            String extension,
            String mobile,
            @Nullable String language,
            Theme theme) {}

    /// What is left out or null stays.
    ///
    /// @param language `ko`, `en`, or empty for the organisation's
    record OwnProfileChange(
            @Nullable String latinName,
            @Nullable String chineseName,
            @Nullable String phone,
            @Nullable String extension,
            @Nullable String mobile,
            @Nullable String language,
            @Nullable Theme theme) {
        OwnDetails details() {
            return new OwnDetails(latinName, chineseName, phone, extension, mobile, language);
        }
    }

    @GetMapping
    ResponseEntity<OwnProfile> profile(Caller caller) {
        return answer(caller, people.card(caller, caller.person()));
    }

    @PatchMapping
    ResponseEntity<OwnProfile> edit(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OwnProfileChange body) {
        var card = people.editOwn(caller, Version.of(ifMatch), body.details());
        if (body.theme() != null) {
            preferences.choose(caller, body.theme());
        }
        return answer(caller, card);
    }

    private ResponseEntity<OwnProfile> answer(Caller caller, Card card) {
        var profile = card.profile();
        return ResponseEntity.ok()
                .eTag(Version.etag(card.person().version()))
                .body(
                        new OwnProfile(
                                profile.latinName(),
                                profile.chineseName(),
                                profile.phone(),
                                profile.extension(),
                                profile.mobile(),
                                profile.language().orElse(null),
                                preferences.theme(caller)));
    }
}
