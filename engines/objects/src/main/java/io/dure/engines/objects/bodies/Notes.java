package io.dure.engines.objects.bodies;

import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Bodies without bytes that say what no object's bytes do, written for the metadata to name. What
/// they did not name goes when this is closed.
public final class Notes implements AutoCloseable {
    /// So many share an fsync; another S3 service takes no more from one of our requests.
    private static final int AT_A_TIME = 32;

    private final List<BodyWriter> writers = new ArrayList<>();
    private final List<StoredBody> places = new ArrayList<>();

    private Notes() {}

    static Notes write(List<? extends Description> descriptions, Supplier<BodyWriter> beginning)
            throws IOException {
        var notes = new Notes();
        descriptions.forEach(_ -> notes.writers.add(beginning.get()));
        try {
            notes.finish(descriptions);
            return notes;
        } catch (IOException | RuntimeException e) {
            notes.close();
            throw e;
        }
    }

    private void finish(List<? extends Description> descriptions) throws IOException {
        var keys = new HashSet<String>();
        if (descriptions.size() == 1
                || !descriptions.stream().map(Description::key).allMatch(keys::add)) {
            for (var at = 0; at < writers.size(); at++) {
                places.add(writers.get(at).finish(descriptions.get(at)));
            }
            return;
        }
        // Together they share fsyncs.
        var written = new ArrayList<Future<StoredBody>>();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            for (var at = 0; at < writers.size(); at++) {
                var writer = writers.get(at);
                var description = descriptions.get(at);
                written.add(threads.submit(() -> writer.finish(description)));
            }
        }
        for (var note : written) {
            places.add(result(note));
        }
    }

    private static StoredBody result(Future<StoredBody> note) throws IOException {
        try {
            return note.get();
        } catch (ExecutionException e) {
            throw new IOException("A note was not written.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before a note was written.", e);
        }
    }

    /// In the order of what was to be written.
    public List<StoredBody> places() {
        return List.copyOf(places);
    }

    /// Has the metadata name them all, as [BodyWriter#commit] does it.
    public <T> T commit(Supplier<T> naming) {
        return BodyWriter.commit(writers, naming);
    }

    /// Has the metadata name them, of which they may refuse some.
    ///
    /// @param naming says of each whether it was named
    public <T> List<T> commit(Supplier<List<T>> naming, Predicate<T> isNamed) {
        var outcomes = commit(naming);
        for (var at = 0; at < writers.size(); at++) {
            if (!isNamed.test(outcomes.get(at))) {
                writers.get(at).abandon();
            }
        }
        return outcomes;
    }

    @Override
    public void close() throws IOException {
        for (var writer : writers) {
            writer.close();
        }
    }
}
