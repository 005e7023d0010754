package io.dure.engines.objects;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.sigv4.CanonicalRequest;
import io.dure.engines.objects.sigv4.CredentialScope;
import io.dure.engines.objects.sigv4.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A request's line and headers as text, for what no client of ours would send.
///
/// @param more headers, all of which are signed
public record SignedRequest(String method, String path, String query, Map<String, String> more) {
    public String by(AccessKey key) {
        return by(key, InstantSource.system().instant(), key.secret());
    }

    String by(AccessKey key, Instant at, String secret) {
        var time = HttpDates.basic(at);
        var scope = new CredentialScope(key.id(), time.substring(0, 8), "us-east-1", "s3");
        var headers = new TreeMap<String, String>(more);
        headers.put("host", "127.0.0.1");
        headers.put("x-amz-date", time);
        headers.putIfAbsent("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        var names = List.copyOf(headers.keySet());
        var canonical =
                new CanonicalRequest(
                        method,
                        path,
                        Query.parse(query),
                        name -> headers.getOrDefault(name, ""),
                        names,
                        headers.getOrDefault("x-amz-content-sha256", ""));
        var signature = SigningKey.derive(secret, scope).sign(canonical.stringToSign(time, scope));
        var text =
                new StringBuilder(
                        method
                                + " "
                                + Percent.encodePath(path)
                                + (query.isEmpty() ? "" : "?" + query)
                                + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append(
                        "Authorization: AWS4-HMAC-SHA256 Credential=%s/%s/us-east-1/s3/aws4_request,SignedHeaders=%s,Signature=%s\r\n"
                                .formatted(
                                        key.id(), scope.date(), String.join(";", names), signature))
                .append("Connection: close\r\n\r\n")
                .toString();
    }
}
