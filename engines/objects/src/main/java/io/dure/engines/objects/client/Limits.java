package io.dure.engines.objects.client;

import java.time.Duration;

/// How long a client waits, and how often it asks.
///
/// @param connect for a connection
/// @param silence for the next byte
/// @param answer for the whole of an answer that is not a download
/// @param attempts at a request that may be sent again
/// @param pause before the second attempt; twice as long before each further one
public record Limits(
        Duration connect, Duration silence, Duration answer, int attempts, Duration pause) {
    /// A client of ours gives up after a minute or so: whoever is to hear of it must hear before.
    public static final Limits DEFAULT =
            new Limits(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    3,
                    Duration.ofMillis(100));
}
