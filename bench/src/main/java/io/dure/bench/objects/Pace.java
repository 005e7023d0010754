package io.dure.bench.objects;

import io.dure.bench.Run;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// How long each row is warmed up and measured.
record Pace(Duration warmUp, Duration measured) {
    /// A server that has just started still compiles itself, on the same two cores: shorter, and it
    /// is the compiler that is measured.
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final Duration QUICK = Duration.ofSeconds(3);

    static Pace of(Run run) {
        return run.quick() ? new Pace(QUICK, QUICK) : new Pace(WARM_UP, MEASURED);
    }

    Load load(int clients, URI server, Repeated.Request request)
            throws InterruptedException, ExecutionException {
        return Load.run(
                clients,
                warmUp,
                measured,
                number -> new Repeated(new HttpConnection(server), number, request));
    }
}
