package io.dure.bench.objects;

import io.dure.bench.Api;
import io.dure.bench.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// A bucket, as a lean client sees it.
record Bucket(URI address, Key key, String name, InstantSource clock) {
    private static final byte[] ENCRYPTED =
            """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>\
            <SSEAlgorithm>AES256</SSEAlgorithm>\
            </ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>\
            """
                    .getBytes(StandardCharsets.US_ASCII);

    /// A bucket of a new organisation that encrypts nothing by itself.
    static Bucket rent(RunningServer server, Path data, String name)
            throws IOException, InterruptedException {
        try (var api = Api.signUp(server, data, false)) {
            var key = Key.rent(api);
            api.post("/storage/buckets", Map.of("name", name));
            return new Bucket(server.s3(), key, name, InstantSource.system());
        }
    }

    /// Another bucket beside it, made by S3.
    Bucket beside(String other) throws IOException {
        var bucket = new Bucket(address, key, other, clock);
        try (var connection = connect()) {
            connection.send(bucket.head("PUT", "", ""), new byte[0]);
        }
        return bucket;
    }

    /// Has everything encrypted that is stored from now on.
    Bucket encrypted() throws IOException {
        try (var connection = connect()) {
            connection.send(head("PUT", "", "encryption="), ENCRYPTED);
        }
        return this;
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(address);
    }

    void put(String object, byte[] body) throws IOException {
        try (var connection = connect()) {
            connection.send(head("PUT", object), body);
        }
    }

    String head(String method, String object) {
        return head(method, object, "");
    }

    /// @param object empty: the bucket itself
    /// @param query in the canonical form
    String head(String method, String object, String query) {
        var path = "/" + name + (object.isEmpty() ? "" : "/" + object);
        return key.head(method, address.getAuthority(), path, query, clock.instant());
    }
}
