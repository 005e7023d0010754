package io.dure.engines.objects.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The examples in "Authenticating Requests (AWS Signature Version 4)" of the Amazon S3 API
/// Reference.
class PublishedExamplesTests {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String TIME = "20130524T000000Z";
    private static final String CREDENTIAL =
            "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";

    private static Signature verify(
            String method,
            String path,
            String rawQuery,
            Map<String, String> headers,
            String payloadHash) {
        var query = Query.parse(rawQuery);
        var signature =
                Signature.parse(name -> headers.getOrDefault(name, ""), query).orElseThrow();
        var request =
                new CanonicalRequest(
                        method,
                        path,
                        query,
                        name -> headers.getOrDefault(name, ""),
                        signature.signedHeaders(),
                        payloadHash);
        signature.requireTimely(Instant.parse("2013-05-24T00:10:00Z"));
        signature.requireMatch(request, SigningKey.derive(SECRET, signature.scope()));
        return signature;
    }

    private static Map<String, String> signed(
            String payloadHash, String names, String signature, String... more) {
        var headers = new TreeMap<String, String>();
        headers.put("host", "examplebucket.s3.amazonaws.com");
        headers.put("x-amz-date", TIME);
        headers.put("x-amz-content-sha256", payloadHash);
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
                        .formatted(CREDENTIAL, names, signature));
        for (var at = 0; at < more.length; at += 2) {
            headers.put(more[at], more[at + 1]);
        }
        return headers;
    }

    @Test
    void getObject() {
        var headers =
                signed(
                        Hashes.OF_NOTHING,
                        "host;range;x-amz-content-sha256;x-amz-date",
                        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                        "range",
                        "bytes=0-9");

        assertThatCode(() -> verify("GET", "/test.txt", "", headers, Hashes.OF_NOTHING))
                .doesNotThrowAnyException();
        headers.put("range", "bytes=0-10");
        assertThatThrownBy(() -> verify("GET", "/test.txt", "", headers, Hashes.OF_NOTHING))
                .isInstanceOf(S3Exception.class);
    }

    @Test
    void putObject() {
        var hash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
        var headers =
                signed(
                        hash,
                        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
                        "date",
                        "Fri, 24 May 2013 00:00:00 GMT",
                        "x-amz-storage-class",
                        "REDUCED_REDUNDANCY");

        assertThatCode(() -> verify("PUT", "/test$file.text", "", headers, hash))
                .doesNotThrowAnyException();
    }

    @Test
    void aSubresourceAndAListing() {
        var names = "host;x-amz-content-sha256;x-amz-date";
        var lifecycle =
                signed(
                        Hashes.OF_NOTHING,
                        names,
                        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        var listing =
                signed(
                        Hashes.OF_NOTHING,
                        names,
                        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");

        assertThatCode(() -> verify("GET", "/", "lifecycle", lifecycle, Hashes.OF_NOTHING))
                .doesNotThrowAnyException();
        assertThatCode(() -> verify("GET", "/", "prefix=J&max-keys=2", listing, Hashes.OF_NOTHING))
                .doesNotThrowAnyException();
    }

    @Test
    void aPresignedUrl() {
        var query =
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        var headers = Map.of("host", "examplebucket.s3.amazonaws.com");

        assertThatCode(() -> verify("GET", "/test.txt", query, headers, "UNSIGNED-PAYLOAD"))
                .doesNotThrowAnyException();
    }

    private static Map<String, String> chunkedHeaders(
            String kind, String names, String signature, String... more) {
        var headers = signed(kind, names, signature, more);
        headers.put("host", "s3.amazonaws.com");
        headers.put("content-encoding", "aws-chunked");
        headers.put("x-amz-decoded-content-length", "66560");
        headers.put("x-amz-storage-class", "REDUCED_REDUNDANCY");
        return headers;
    }

    private static byte[] frame(String size, String signature, int count) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(
                (size + ";chunk-signature=" + signature + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes("a".repeat(count).getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return frame.toByteArray();
    }

    private static ChunkedBody decode(Signature seed, byte[]... frames) {
        var framed = new ByteArrayOutputStream();
        for (var frame : frames) {
            framed.writeBytes(frame);
        }
        var check = new ChunkSignatures(SigningKey.derive(SECRET, seed.scope()), seed);
        return new ChunkedBody(new ByteArrayInputStream(framed.toByteArray()), Optional.of(check));
    }

    @Test
    void aBodyInSignedChunks() throws IOException {
        var kind = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
        var headers =
                chunkedHeaders(
                        kind,
                        "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class",
                        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
                        "content-length",
                        "66824");
        var seed = verify("PUT", "/examplebucket/chunkObject.txt", "", headers, kind);
        var first =
                frame(
                        "10000",
                        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
                        65_536);
        var second =
                frame(
                        "400",
                        "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
                        1024);
        var last =
                frame("0", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9", 0);

        assertThat(decode(seed, first, second, last).readAllBytes()).hasSize(66_560);

        second[100] = 'b';
        assertThatThrownBy(() -> decode(seed, first, second, last).readAllBytes())
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> decode(seed, first, last).readAllBytes())
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> decode(seed, first).readAllBytes())
                .isInstanceOf(S3Exception.class);
    }

    @Test
    void aBodyInSignedChunksWithATrailer() throws IOException {
        var kind = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
        var headers =
                chunkedHeaders(
                        kind,
                        "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
                        "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
                        "x-amz-trailer",
                        "x-amz-checksum-crc32c");
        var seed = verify("PUT", "/examplebucket/chunkObject.txt", "", headers, kind);
        var first =
                frame(
                        "10000",
                        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
                        65_536);
        var second =
                frame(
                        "400",
                        "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
                        1024);
        var last =
                String.join(
                                "\r\n",
                                "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
                                "x-amz-checksum-crc32c:sOO8/Q==\n",
                                "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII);
        var body = decode(seed, first, second, last);

        assertThat(body.readAllBytes()).hasSize(66_560);
        assertThat(body.trailers()).containsExactly(Map.entry("x-amz-checksum-crc32c", "sOO8/Q=="));
    }
}
