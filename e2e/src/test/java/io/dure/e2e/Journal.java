package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a driver of a proof was told is stored: the server's answers, held against what it has
/// later.
final class Journal {
    static final int OK = 200;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /// Stores an object whose content follows from its key.
    ///
    /// @return the answer's status, 0 if there was none
    int put(Visitor owner, String key) throws InterruptedException {
        try {
            var status = owner.offer(path(key), content(key));
            if (status < 300) {
                acknowledged.add(key);
            }
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    int size() {
        return acknowledged.size();
    }

    /// Reads back all that was acknowledged.
    void verify(TestingDure dure) throws IOException, InterruptedException {
        try (var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", Renter.PASSWORD);
            for (var key : acknowledged) {
                assertThat(owner.bytes(path(key))).as(key).isEqualTo(content(key));
            }
        }
    }

    /// The renter's owner, signed in to another server on the same data.
    static Visitor owner(TestingDure dure) throws IOException, InterruptedException {
        var owner = new Visitor(dure.address());
        owner.signIn("hanbit", "kim", Renter.PASSWORD);
        return owner;
    }

    private static String path(String key) {
        return "/api/o/hanbit/storage/buckets/" + Renter.BUCKET + "/object?key=" + key;
    }

    private static byte[] content(String key) {
        return (key + " ").repeat(700).getBytes(StandardCharsets.UTF_8);
    }
}
