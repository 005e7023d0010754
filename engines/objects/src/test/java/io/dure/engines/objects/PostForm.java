package io.dure.engines.objects;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.sigv4.CredentialScope;
import io.dure.engines.objects.sigv4.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// A form as a browser sends it, built field by field.
public final class PostForm {
    private static final String BOUNDARY = "----DureFormBoundary";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String fileName = "a.txt";
    private byte[] file = new byte[0];

    PostForm with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    PostForm file(String name, byte[] bytes) {
        fileName = name;
        file = bytes;
        return this;
    }

    /// Signs a policy that takes exactly these fields.
    PostForm signedBy(AccessKey key, String bucket, Instant now) {
        return signedBy(key, bucket, now, "");
    }

    /// @param more conditions
    PostForm signedBy(AccessKey key, String bucket, Instant now, String more) {
        var conditions = new StringBuilder("{\"bucket\": \"" + bucket + "\"}" + more);
        var time = HttpDates.basic(now);
        var scope = new CredentialScope(key.id(), time.substring(0, 8), "us-east-1", "s3");
        with("x-amz-algorithm", "AWS4-HMAC-SHA256");
        with(
                "x-amz-credential",
                "%s/%s/us-east-1/s3/aws4_request".formatted(key.id(), scope.date()));
        with("x-amz-date", time);
        fields.forEach((name, value) ->
                conditions.append(
                        value.contains("${filename}")
                                ? ", [\"starts-with\", \"$%s\", \"\"]".formatted(name)
                                : ", {\"%s\": \"%s\"}".formatted(name, escaped(value))));
        var policy =
                "{\"expiration\": \"%s\", \"conditions\": [%s]}"
                        .formatted(now.plus(Duration.ofMinutes(5)), conditions);
        var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        with("policy", encoded);
        return with("x-amz-signature", SigningKey.derive(key.secret(), scope).sign(encoded));
    }

    private static String escaped(String value) {
        return value.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) ->
                body.writeBytes(utf8(part("name=\"" + name + "\"") + value + "\r\n")));
        body.writeBytes(
                utf8(
                        part(
                                "name=\"file\"; filename=\""
                                        + fileName
                                        + "\"\r\nContent-Type: text/plain")));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The whole request.
    ///
    /// @param headers more of them, each ended by a line break
    byte[] request(String host, String path, String headers) {
        var body = body();
        var request = new ByteArrayOutputStream();
        request.writeBytes(
                utf8(
                        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n"
                                .formatted(path, host, contentType(), body.length, headers)));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
