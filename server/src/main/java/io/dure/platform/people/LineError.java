package io.dure.platform.people;

/// What is wrong with one cell of an imported file.
///
/// @param line in the file, from 1
/// @param code stable and kebab-case, as a form's
public record LineError(long line, String field, String code, String detail) {}
