package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.LostKeyException;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.DescriptionJson;
import io.dure.engines.objects.metadata.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what every body in the store says of itself, for whoever makes the metadata anew. It reads
/// no bodies, only descriptions; whether bodies are whole, the scrub tells.
public final class Survey {
    /// Bodies that are passed on together.
    private static final int AT_A_TIME = 500;

    /// Manifests and notes of buckets may be long.
    private static final int BYTES_AT_A_TIME = 4 << 20;

    private final Bodies bodies;
    private final Listener listener;
    private final List<Found> batch = new ArrayList<>();
    private int bytes;

    public Survey(Bodies bodies, Listener listener) {
        this.bodies = bodies;
        this.listener = listener;
    }

    /// A body that says what it is.
    ///
    /// @param sequence higher than that of what was stored before; a copy has that of its original
    /// @param size of the body, in bytes
    public record Found(Claim claim, long sequence, long size) {}

    /// Why a body cannot be told.
    public enum Reason {
        /// It is of before bodies described themselves.
        SILENT,
        /// It is sealed under a key that is gone, as that of an organisation that was closed.
        SEALED,
        /// It is not what was written.
        DAMAGED
    }

    /// Learns what is found. It may throw to end the survey.
    public interface Listener {
        void found(List<Found> some);

        /// @param place where it is, for the operator: a file, and the byte in it
        void untold(String place, Reason reason);
    }

    public void run() throws IOException {
        bodies.store()
                .survey(
                        new BodyStore.Surveyor() {
                            @Override
                            public void described(
                                    BodyHeader header, byte[] description, String where)
                                    throws IOException {
                                take(header, description, where);
                            }

                            @Override
                            public void untold(String where, Reason reason) {
                                listener.untold(where, reason);
                            }
                        });
        pass();
    }

    private void take(BodyHeader header, byte[] description, String where) throws IOException {
        var known = read(header, description, where);
        if (known.isEmpty()) {
            return;
        }
        batch.add(
                new Found(
                        new Claim(header.namespace(), header.place(), known.get()),
                        header.sequence(),
                        header.size()));
        bytes += description.length;
        if (batch.size() == AT_A_TIME || bytes >= BYTES_AT_A_TIME) {
            pass();
        }
    }

    private Optional<Description> read(BodyHeader header, byte[] description, String where)
            throws IOException {
        try {
            var known =
                    DescriptionJson.read(
                            bodies.unseal(Optional.empty()).description(header, description));
            if (known.isEmpty()) {
                listener.untold(where, Reason.DAMAGED);
            }
            return known;
        } catch (LostKeyException | UncheckedIOException e) {
            // The key is gone, or nobody can unwrap it.
            listener.untold(where, Reason.SEALED);
        } catch (CorruptBodyException e) {
            listener.untold(where, Reason.DAMAGED);
        }
        return Optional.empty();
    }

    private void pass() {
        if (!batch.isEmpty()) {
            listener.found(List.copyOf(batch));
            batch.clear();
            bytes = 0;
        }
    }
}
