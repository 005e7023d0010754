package io.dure.platform.people;

import java.util.UUID;

/// People who belong together across departments.
///
/// @param members how many
/// @param version counts changes of name and description, for If-Match
public record Group(UUID id, String name, String description, int members, long version) {}
