package io.dure.cloud.metering;

/// What usage is told apart by.
public enum Grouping {
    BUCKET,
    KEY
}
