package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Query;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Signs requests that go to another service, with one key.
public final class RequestSigner {
    private static final String HASH = "x-amz-content-sha256";
    private static final String TIME = "x-amz-date";
    private static final List<String> SIGNED = List.of("host", HASH, TIME);
    private static final int DAY_LENGTH = "20260101".length();

    private final String accessKeyId;
    private final String secret;
    private final String region;
    private volatile Derived derived;

    /// Today's key: four of five HMACs are done once a day.
    private record Derived(CredentialScope scope, SigningKey key) {}

    public RequestSigner(String accessKeyId, String secret, String region) {
        this.accessKeyId = accessKeyId;
        this.secret = secret;
        this.region = region;
        this.derived = derive("19700101");
    }

    private Derived derive(String day) {
        var scope = new CredentialScope(accessKeyId, day, region, "s3");
        return new Derived(scope, SigningKey.derive(secret, scope));
    }

    /// The SHA-256 of a payload, in hex; the buffers' positions stay.
    public static String hash(List<ByteBuffer> payload) {
        var digest = Hashes.sha256();
        payload.forEach(piece -> digest.update(piece.duplicate()));
        return Hashes.hex(digest.digest());
    }

    /// The headers that a request is sent with, besides `host`.
    ///
    /// @param path decoded
    /// @param payloadHash as [#hash] says
    public Map<String, String> headers(
            String method, String host, String path, Query query, String payloadHash, Instant now) {
        var time = HttpDates.basic(now);
        var today = today(time.substring(0, DAY_LENGTH));
        var sent = Map.of("host", host, HASH, payloadHash, TIME, time);
        var request =
                new CanonicalRequest(
                        method,
                        path,
                        query,
                        name -> sent.getOrDefault(name, ""),
                        SIGNED,
                        payloadHash);
        var signature = today.key().sign(request.stringToSign(time, today.scope()));
        return Map.of(
                HASH,
                payloadHash,
                TIME,
                time,
                "Authorization",
                Signature.ALGORITHM
                        + " Credential="
                        + accessKeyId
                        + "/"
                        + today.scope().text()
                        + ", SignedHeaders="
                        + String.join(";", SIGNED)
                        + ", Signature="
                        + signature);
    }

    private Derived today(String day) {
        var known = derived;
        if (!known.scope().date().equals(day)) {
            known = derive(day);
            derived = known;
        }
        return known;
    }
}
