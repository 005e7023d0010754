package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;
import java.util.Optional;

/// What colleagues see of a person: enough to recognise and to reach them at work.
///
/// @param photoTag changes with the photo; empty without one
public record DirectoryCard(
        PersonId id,
        Person.Kind kind,
        Person.State state,
        String name,
        String latinName,
        String chineseName,
        Optional<String> email,
        String phone,
        String extension,
        Optional<String> photoTag,
        Posts posts,
        long version)
        implements Sight {
    static DirectoryCard of(Card card) {
        var person = card.person();
        var profile = card.profile();
        return new DirectoryCard(
                person.id(),
                person.kind(),
                person.state(),
                person.name(),
                profile.latinName(),
                profile.chineseName(),
                person.email(),
                profile.phone(),
                profile.extension(),
                profile.photoTag(),
                card.posts(),
                person.version());
    }
}
