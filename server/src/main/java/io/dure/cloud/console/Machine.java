package io.dure.cloud.console;

import java.time.Instant;

/// The state of the machine and of what runs on it.
///
/// @param diskFreeBytes of the file system that holds the data folder
/// @param walWrittenBytes that PostgreSQL ever wrote to its log: its growth is the load
/// @param connections of the server to PostgreSQL
/// @param startedAt when this process did
public record Machine(
        long diskFreeBytes,
        long diskTotalBytes,
        long databaseBytes,
        long walWrittenBytes,
        int connections,
        int connectionsMax,
        long heapUsedBytes,
        long heapMaxBytes,
        int processors,
        Instant startedAt,
        String dureVersion,
        String javaVersion,
        String postgresVersion) {}
