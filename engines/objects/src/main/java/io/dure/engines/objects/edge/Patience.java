package io.dure.engines.objects.edge;

import java.time.Duration;

/// How long a client may take to say what it wants.
///
/// @param idle nothing at all may come for so long
/// @param head the request line and headers may take so long together
/// @param bodyGrace a body may take so long whatever its size
/// @param slowestBytesPerSecond beyond the grace a body comes at least this fast, on average
/// @param linger a client that was told to go may go on sending for so long: many read the answer
///   only once they have sent their body
public record Patience(
        Duration idle,
        Duration head,
        Duration bodyGrace,
        long slowestBytesPerSecond,
        Duration linger) {
    /// A modem manages 1 KiB a second; slower is a client that holds a connection on purpose.
    public static final Patience DEFAULT =
            new Patience(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    1024,
                    Duration.ofSeconds(30));

    /// Whether so many bytes of a body should be more by now.
    boolean endsBodyOf(long bytes, Duration taken) {
        return taken.compareTo(bodyGrace.plusSeconds(bytes / slowestBytesPerSecond)) > 0;
    }
}
