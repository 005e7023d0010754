package io.dure.platform.people;

/// All that is known of a person: for the person, and for whoever manages them.
public record Card(Person person, Profile profile, Posts posts) implements Sight {}
