package io.dure.cloud.metering;

/// What was counted of a cell.
///
/// @param isKnown whether a request was done in its bucket, so that there was one
record Count(Cell cell, Amounts amounts, boolean isKnown) {}
