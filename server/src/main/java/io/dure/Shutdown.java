package io.dure;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/// Ends the server when the process is told to, however far its start has come. Spring's own hook
/// would first wait for the start to end, which takes minutes where PostgreSQL recovers.
final class Shutdown implements ApplicationListener<ApplicationStartedEvent> {
    /// PostgreSQL's last checkpoint takes its time on a slow disk.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private volatile @Nullable ConfigurableApplicationContext started;
    private volatile boolean underWay;

    private Shutdown() {}

    /// From now on, the process ends in order.
    static Shutdown prepare() {
        var shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        return shutdown;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        started = event.getApplicationContext();
    }

    /// Whether what fails now fails because everything ends.
    boolean isUnderWay() {
        return underWay;
    }

    private void run() {
        underWay = true;
        var context = started;
        if (context != null) {
            context.close();
        }
        endChildren();
    }

    /// A start that is under way is left where it is, as a crash would, but with its PostgreSQL
    /// shut down.
    private static void endChildren() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var child = ProcessHandle.current().children().findAny();
            if (child.isEmpty()) {
                return;
            }
            child.get().destroy();
            await(child.get(), deadline);
        }
    }

    private static void await(ProcessHandle child, long deadline) {
        try {
            child.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It sees us end, and follows.
        }
    }
}
