package io.dure.platform.people;

/// What a caller sees of a person: the whole [Card], or what all colleagues see.
public sealed interface Sight permits Card, DirectoryCard {}
