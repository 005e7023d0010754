package io.dure.engines.objects.keys;

import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/// Namespaces' keys, wrapped under a master key. A key is made when it is first wanted, and
/// remembered unwrapped for as long as the process lasts.
///
/// A namespace's file has a line for each key: `number master wrapped`, the last in Base64.
public final class WrappedKeys implements NamespaceKeys {
    private static final int KEY_BYTES = 32;

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

    /// Wraps every key under the newest master key.
    ///
    /// @return of how many namespaces
    public synchronized int rewrap() throws IOException {
        var all = files.all();
        for (var namespace : all) {
            write(namespace, keys(namespace));
        }
        return all.size();
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
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                    .map(text -> text.lines().map(line -> unwrap(namespace, line)).toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NumberedKey unwrap(Namespace namespace, String line) {
        var fields = line.split(" ", -1);
        var number = Integer.parseInt(fields[0]);
        var wrapped =
                new MasterKeys.Wrapped(
                        Integer.parseInt(fields[1]), Base64.getDecoder().decode(fields[2]));
        return new NumberedKey(number, masters.unwrap(wrapped, owner(namespace, number)));
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
