package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.ChunkBuffers;
import io.dure.engines.objects.bodies.format.ReadBuffers;
import io.dure.engines.objects.bodies.format.Seal;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.Unseal;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.DescriptionJson;
import io.dure.engines.objects.keys.BodyKeys;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store of bodies, used by one process at a time (docs/storage/volume-store.md).
public final class Bodies {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private final BodyStore store;
    private final NamespaceKeys keys;
    private final BodyKeys bodyKeys = new BodyKeys();
    private final AtomicLong sequence;
    private final Reserve reserve;
    private final ChunkBuffers chunks = new ChunkBuffers();
    private final ReadBuffers.Pool readBuffers = new ReadBuffers.Pool(chunks);
    private final Leases leases = new Leases();
    private final AtomicInteger holds = new AtomicInteger();
    private final Turns turns = new Turns();

    /// Bodies on a local disk.
    ///
    /// @param root is made if it is not there
    /// @param sequence higher than any that an earlier process gave to a body
    /// @param reserveBytes of the disk that are kept back; 0 for none
    public Bodies(Path root, NamespaceKeys keys, long sequence, long reserveBytes)
            throws IOException {
        this(new VolumeStore(root), keys, sequence, reserveBytes);
    }

    /// @param sequence higher than any that an earlier process gave to a body
    /// @param reserveBytes of the store that are kept back; 0 for none
    public Bodies(BodyStore store, NamespaceKeys keys, long sequence, long reserveBytes)
            throws IOException {
        this.store = store;
        this.keys = keys;
        this.sequence = new AtomicLong(sequence);
        this.reserve = new Reserve(store, reserveBytes);
    }

    /// Begins a body.
    ///
    /// @param customer a key of the client's that its bytes are encrypted under
    /// @throws io.dure.engines.objects.error.FullDiskException if the disk has too little room
    public BodyWriter create(
            Namespace namespace, Encryption encryption, Optional<CustomerKey> customer)
            throws IOException {
        reserve.requireRoom();
        var own =
                encryption instanceof Encryption.Managed
                        ? Optional.of(keys.require(namespace))
                        : keys.current(namespace);
        return new BodyWriter(
                this,
                new Seal(bodyKeys, namespace, own, customer),
                encryption(encryption, own.isPresent()));
    }

    /// How a body will be encrypted of which this is asked.
    public Encryption encryption(Namespace namespace, Encryption asked) {
        return encryption(asked, keys.current(namespace).isPresent());
    }

    private static Encryption encryption(Encryption asked, boolean hasKey) {
        return asked instanceof Encryption.None && hasKey ? Encryption.MANAGED : asked;
    }

    /// Writes bodies without bytes, also where the disk has little room: whoever deletes needs
    /// them.
    ///
    /// @param descriptions what they say; two about one key are written in order
    public Notes note(Namespace namespace, List<? extends Description> descriptions)
            throws IOException {
        return Notes.write(
                descriptions,
                () ->
                        new BodyWriter(
                                this,
                                new Seal(
                                        bodyKeys,
                                        namespace,
                                        keys.current(namespace),
                                        Optional.empty()),
                                Encryption.NONE));
    }

    /// Where whoever stores something waits for their turn.
    public Turns turns() {
        return turns;
    }

    /// Begins a body as the namespace has it.
    public BodyWriter create(Namespace namespace) throws IOException {
        return create(namespace, Encryption.NONE, Optional.empty());
    }

    long nextSequence() {
        return sequence.incrementAndGet();
    }

    /// Begins a file, which is in use until its lease is released.
    BodyStore.LargeBody createFile() throws IOException {
        var file = store.create();
        leases.take(List.of(file.place()));
        return file;
    }

    /// A small body that was written, and is in use until its lease is released.
    record Appended(UUID place, Unforced bytes) {}

    /// Writes a small body.
    Appended append(Slice slice) throws IOException {
        var taken = new UUID[1];
        try {
            var bytes =
                    store.append(
                            slice,
                            place -> {
                                leases.take(List.of(place));
                                taken[0] = place;
                            });
            return new Appended(taken[0], bytes);
        } catch (IOException e) {
            if (taken[0] != null) {
                leases.release(taken[0]);
            }
            throw e;
        }
    }

    /// Opens an object's bodies, so that they stay until the reader is closed.
    ///
    /// @param customer the client's key, if they are encrypted under one
    /// @return empty if they are gone: the object was replaced since its metadata were read
    public Optional<ObjectReader> open(List<StoredBody> parts, Optional<CustomerKey> customer)
            throws IOException {
        if (!leases.takeToRead(parts.stream().map(StoredBody::id).toList())) {
            return Optional.empty();
        }
        var reader = new ObjectReader(this, parts, customer);
        // An object's bodies are deleted in order, so while the first is there, all are.
        try {
            if (reader.hasFirst()) {
                return Optional.of(reader);
            }
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        reader.close();
        return Optional.empty();
    }

    /// Opens bodies under the namespace's own keys.
    public Optional<ObjectReader> open(List<StoredBody> parts) throws IOException {
        return open(parts, Optional.empty());
    }

    /// @return empty if the body is gone
    Optional<BodyReader> reader(StoredBody body, Unseal unseal, ReadBuffers buffers)
            throws IOException {
        var stored = store.open(body.id());
        return stored.isEmpty()
                ? Optional.empty()
                : BodyReader.open(body, stored.get(), unseal, buffers);
    }

    /// What a body says of itself, whoever's key its bytes are encrypted under.
    ///
    /// @return empty if it says nothing, or it is gone: the object was replaced, or the body moved,
    ///   since its metadata were read
    public Optional<Description> describe(StoredBody body) throws IOException {
        if (!leases.takeToRead(List.of(body.id()))) {
            return Optional.empty();
        }
        try {
            var stored = store.open(body.id());
            return stored.isEmpty()
                    ? Optional.empty()
                    : BodyReader.description(body, stored.get(), unseal(Optional.empty()))
                            .flatMap(DescriptionJson::read);
        } finally {
            release(body.id());
        }
    }

    /// What a body says it is.
    ///
    /// @return empty if nobody can read that: its namespace's key is destroyed, or missing
    Optional<Claim> claim(BodyHeader header, byte[] description) {
        try {
            return DescriptionJson.read(unseal(Optional.empty()).description(header, description))
                    .map(known -> new Claim(header.namespace(), header.place(), known));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether there is a body, damaged or not, that was not given back.
    boolean isThere(UUID id) throws IOException {
        var stored = store.open(id);
        if (stored.isPresent()) {
            stored.get().close();
        }
        return stored.isPresent();
    }

    Unseal unseal(Optional<CustomerKey> customer) {
        return new Unseal(bodyKeys, keys, customer);
    }

    ReadBuffers readBuffers() {
        return new ReadBuffers(readBuffers);
    }

    ChunkBuffers chunks() {
        return chunks;
    }

    /// Deletes bodies that no metadata refer to; those in use go when their last reader is done.
    /// What cannot be deleted is left to the sweep.
    public void delete(List<StoredBody> unreferenced) {
        unreferenced.forEach(body -> discard(body.id()));
    }

    /// Deletes a body that no metadata refer to, or leaves that to its last reader.
    void discard(UUID id) {
        if (leases.doom(id)) {
            removeDoomed(id);
        }
    }

    private void removeDoomed(UUID id) {
        try {
            remove(id);
        } finally {
            leases.gone(id);
        }
    }

    /// Keeps every body there is until the hold is closed, for a backup: whatever metadata are
    /// copied meanwhile find all that they name. What was to be deleted is left to the sweep.
    public Hold hold() {
        holds.incrementAndGet();
        return holds::decrementAndGet;
    }

    /// While it is open no body is deleted. Close it once.
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// A removal that passes the check just before a hold began is harmless: the metadata had
    /// forgotten the body before.
    void remove(UUID id) {
        if (isHeld()) {
            return;
        }
        try {
            store.remove(id);
        } catch (IOException e) {
            LOG.warn("body.not-deleted id={} reason={}", id, e.getMessage());
        }
    }

    /// Removes a body that the metadata refused, for good once it returns: whoever reads the store
    /// without them would take it for one that they took. A hold does not keep it: no row ever
    /// named it, so no backup needs it.
    void retract(UUID id) {
        try {
            store.retract(id);
        } catch (IOException e) {
            LOG.warn("body.not-deleted id={} reason={}", id, e.getMessage());
        }
    }

    void release(UUID id) {
        if (leases.release(id)) {
            removeDoomed(id);
        }
    }

    boolean isUsed(UUID id) {
        return leases.isUsed(id);
    }

    /// Whether nothing may be deleted now.
    boolean isHeld() {
        return holds.get() > 0;
    }

    BodyStore store() {
        return store;
    }

    /// Whether no body was ever kept here, as far as one can see at a glance.
    public boolean isEmpty() throws IOException {
        return store.isEmpty();
    }

    /// What was written down beside the bodies.
    ///
    /// @return empty if nothing was under that name
    public Optional<String> note(String name) throws IOException {
        return store.note(name);
    }

    /// Writes down, beside the bodies, what is to be known wherever they are served from.
    ///
    /// @param name of lower-case letters
    public void note(String name, String text) throws IOException {
        store.note(name, text);
    }

    /// Whether the disk has less room than is kept back.
    public boolean isShort() throws IOException {
        return reserve.isShort();
    }

    /// How many bytes the disk under the store has free.
    public long freeBytes() {
        try {
            return store.freeBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
