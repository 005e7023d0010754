package io.dure.engines.objects.usage;

/// Counts what requests use.
@FunctionalInterface
public interface UsageMeter {
    /// Called once for each request whose namespace is known, after its answer went out or was cut
    /// off, on the request's own thread: it must neither wait nor throw.
    void answered(Usage usage);

    /// Counts nothing.
    static UsageMeter none() {
        return _ -> {};
    }
}
