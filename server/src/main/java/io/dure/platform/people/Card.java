package io.dure.platform.people;

/// All that is known of a person.
public record Card(Person person, Profile profile, Posts posts) {}
