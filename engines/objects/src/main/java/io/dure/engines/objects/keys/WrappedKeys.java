package io.dure.engines.objects.keys;

import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Namespaces' keys, wrapped under a master key. A key is made when it is first wanted, and
/// remembered unwrapped for as long as the process lasts.
///
/// A namespace's file has a line for each key: `number master wrapped`, the last in Base64.
public final class WrappedKeys implements NamespaceKeys {
    private static final Logger LOG = LoggerFactory.getLogger(WrappedKeys.class);
    private static final int KEY_BYTES = 32;

    /// Of a line.
    private static final int FIELDS = 3;

    private final SecureRandom random = new SecureRandom();
    private final MasterKeys masters;
    private final KeyFiles files;
    private final Predicate<Namespace> encrypts;
    private final Map<Namespace, List<NumberedKey>> remembered = new ConcurrentHashMap<>();

    /// @param encrypts whether a namespace keeps its bodies encrypted, also when nobody asks
    public WrappedKeys(MasterKeys masters, KeyFiles files, Predicate<Namespace> encrypts) {
        this.masters = masters;
        this.files = files;
        this.encrypts = encrypts;
    }

    @Override
    public Optional<NumberedKey> current(Namespace namespace) {
        return encrypts.test(namespace) ? Optional.of(require(namespace)) : Optional.empty();
    }

    @Override
    public NumberedKey require(Namespace namespace) {
        var known = keys(namespace);
        return known.isEmpty() ? rotate(namespace, true) : known.getLast();
    }

    @Override
    public Optional<SecretKey> find(Namespace namespace, int number) {
        return keys(namespace).stream()
                .filter(key -> key.number() == number)
                .map(NumberedKey::key)
                .findFirst();
    }

    /// Makes another key, which new bodies are encrypted under.
    public NumberedKey rotate(Namespace namespace) {
        return rotate(namespace, false);
    }

    /// @param onlyFirst whether one that somebody made meanwhile will do
    private synchronized NumberedKey rotate(Namespace namespace, boolean onlyFirst) {
        var known = new ArrayList<>(keys(namespace));
        if (onlyFirst && !known.isEmpty()) {
            return known.getLast();
        }
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var number = known.isEmpty() ? 1 : known.getLast().number() + 1;
        var made = new NumberedKey(number, new SecretKeySpec(bytes, "HmacSHA256"));
        known.add(made);
        write(namespace, known);
        remembered.put(namespace, List.copyOf(known));
        return made;
    }

    /// What came of it to wrap all keys again.
    ///
    /// @param namespaces how many have all their keys wrapped under the newest master key
    /// @param failed whose keys could not be unwrapped, or not be written; they are as they were
    public record Rewrap(int namespaces, List<Namespace> failed) {
        public Rewrap {
            failed = List.copyOf(failed);
        }
    }

    /// Wraps every key under the newest master key. One file that cannot be keeps none of the
    /// others under the old key.
    public synchronized Rewrap rewrap() throws IOException {
        var all = files.all();
        var failed = new ArrayList<Namespace>();
        for (var namespace : all) {
            try {
                write(namespace, keys(namespace));
            } catch (UncheckedIOException e) {
                LOG.error(
                        "keys.not-rewrapped namespace={} reason={}",
                        namespace.id(),
                        e.getMessage());
                failed.add(namespace);
            }
        }
        return new Rewrap(all.size() - failed.size(), failed);
    }

    /// Whether the newest master key wraps every key, so that none of the others is needed.
    public synchronized boolean areUnderNewest() throws IOException {
        var newest = String.valueOf(masters.newest());
        for (var namespace : files.all()) {
            var text = files.read(namespace).map(WrappedKeys::text).orElse("");
            if (!text.lines().allMatch(line -> master(line).equals(newest))) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.US_ASCII);
    }

    /// @return empty if the line is damaged
    private static String master(String line) {
        var fields = line.split(" ", -1);
        return fields.length == FIELDS ? fields[1] : "";
    }

    /// Forgets a namespace's keys for good: what is encrypted under them is noise from then on.
    public synchronized void destroy(Namespace namespace) throws IOException {
        files.destroy(namespace);
        remembered.remove(namespace);
    }

    private List<NumberedKey> keys(Namespace namespace) {
        return remembered.computeIfAbsent(namespace, this::read);
    }

    private List<NumberedKey> read(Namespace namespace) {
        try {
            return files.read(namespace)
                    .map(WrappedKeys::text)
                    .map(text -> text.lines().map(line -> unwrap(namespace, line)).toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NumberedKey unwrap(Namespace namespace, String line) {
        var fields = line.split(" ", -1);
        try {
            var number = Integer.parseInt(fields[0]);
            var wrapped =
                    new MasterKeys.Wrapped(
                            Integer.parseInt(fields[1]), Base64.getDecoder().decode(fields[2]));
            return new NumberedKey(number, masters.unwrap(wrapped, owner(namespace, number)));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            throw new UncheckedIOException(new IOException("A file of keys is damaged.", e));
        }
    }

    private void write(Namespace namespace, List<NumberedKey> keys) {
        var text = new StringBuilder();
        for (var key : keys) {
            var wrapped = masters.wrap(key.key(), owner(namespace, key.number()));
            text.append(key.number())
                    .append(' ')
                    .append(wrapped.master())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(wrapped.bytes()))
                    .append('\n');
        }
        try {
            files.write(namespace, text.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(Namespace namespace, int number) {
        return namespace.id() + " " + number;
    }
}
