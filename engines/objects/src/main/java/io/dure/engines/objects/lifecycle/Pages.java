package io.dure.engines.objects.lifecycle;

import java.time.Duration;

/// How a bucket is read.
final class Pages {
    /// As much as a listing of a client.
    static final int SIZE = 1_000;

    private Pages() {}

    /// Lets others work for a while. A thread that is to end does not wait.
    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
