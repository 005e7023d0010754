package io.dure.engines.objects.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.S3ServerFixture;
import io.dure.engines.objects.SignedRequest;
import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Every operation, and that none is done that may not be. One that is new belongs into the table.
class RouteAccessTests {
    private static final String UPLOAD = UUID.randomUUID().toString();
    private static final Map<String, String> COPY = Map.of("x-amz-copy-source", "/photos/a");
    private static final String ALL_DENIED =
            """
            {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "*",
             "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]}}\
            """;

    private static S3ServerFixture server;
    private static AccessKey key;
    private static S3Client s3;

    /// @param path of the bucket `photos` or the object `a` in it
    record Row(String method, String path, String query, Map<String, String> headers, String body) {
        private static Row of(String method, String path, String query) {
            return new Row(method, path, query, Map.of(), "");
        }

        private boolean isOfPolicy() {
            return query.equals("policy=");
        }

        private Route route() {
            var fields = HttpFields.build();
            headers.forEach(fields::add);
            return Routes.find(
                    method,
                    Target.parse("host", path, List.of()),
                    Query.parse(query),
                    new Headers(fields));
        }

        private Map<String, String> allHeaders() {
            var all = new HashMap<>(headers);
            all.put("content-length", Integer.toString(body.length()));
            return all;
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(ofBucket(), ofDocuments(), ofObject(), ofMarks()).flatMap(rows -> rows);
    }

    private static Stream<Row> ofBucket() {
        var deletion = "<Delete><Object><Key>a</Key></Object></Delete>";
        var form =
                """
                --x\r
                Content-Disposition: form-data; name="key"\r
                \r
                a\r
                --x\r
                Content-Disposition: form-data; name="file"\r
                \r
                b\r
                --x--\r
                """;
        var enclosed = Map.of("content-type", "multipart/form-data; boundary=x");
        return Stream.concat(
                Stream.of(
                        new Row("POST", "/photos", "delete=", Map.of(), deletion),
                        new Row("POST", "/photos", "", enclosed, form),
                        Row.of("PUT", "/photos", ""),
                        Row.of("DELETE", "/photos", ""),
                        Row.of("HEAD", "/photos", ""),
                        Row.of("GET", "/photos", ""),
                        Row.of("GET", "/photos", "list-type=2")),
                Stream.concat(
                        Stream.of("accelerate", "acl", "location", "policyStatus", "uploads")
                                .map(name -> Row.of("GET", "/photos", name + "=")),
                        Stream.of(
                                Row.of("GET", "/photos", "versions="),
                                Row.of("GET", "/photos", "versioning="),
                                Row.of("PUT", "/photos", "versioning="),
                                Row.of("GET", "/photos", "object-lock="),
                                Row.of("PUT", "/photos", "object-lock="),
                                Row.of("GET", "/photos", "requestPayment="),
                                Row.of("PUT", "/photos", "requestPayment="),
                                Row.of("PUT", "/photos", "acl="),
                                Row.of("GET", "/photos", "policy="),
                                Row.of("PUT", "/photos", "policy="),
                                Row.of("DELETE", "/photos", "policy="))));
    }

    private static Stream<Row> ofDocuments() {
        return Arrays.stream(DocumentKind.values())
                .flatMap(kind ->
                        (kind.isDeletable()
                                        ? Stream.of("GET", "PUT", "DELETE")
                                        : Stream.of("GET", "PUT"))
                                .map(method ->
                                        Row.of(method, "/photos", kind.subresource() + "=")));
    }

    private static Stream<Row> ofObject() {
        var part = "partNumber=1&uploadId=" + UPLOAD;
        return Stream.of(
                Row.of("GET", "/photos/a", ""),
                Row.of("HEAD", "/photos/a", ""),
                Row.of("PUT", "/photos/a", ""),
                Row.of("DELETE", "/photos/a", ""),
                Row.of("GET", "/photos/a", "acl="),
                Row.of("PUT", "/photos/a", "acl="),
                Row.of("POST", "/photos/a", "uploads="),
                Row.of("POST", "/photos/a", "uploadId=" + UPLOAD),
                Row.of("GET", "/photos/a", "uploadId=" + UPLOAD),
                Row.of("DELETE", "/photos/a", "uploadId=" + UPLOAD),
                Row.of("PUT", "/photos/a", part),
                new Row("PUT", "/photos/a", part, COPY, ""),
                new Row("PUT", "/photos/b", "", COPY, ""));
    }

    private static Stream<Row> ofMarks() {
        return Stream.of(
                Row.of("GET", "/photos/a", "attributes="),
                Row.of("GET", "/photos/a", "tagging="),
                Row.of("PUT", "/photos/a", "tagging="),
                Row.of("DELETE", "/photos/a", "tagging="),
                Row.of("GET", "/photos/a", "retention="),
                Row.of("PUT", "/photos/a", "retention="),
                Row.of("GET", "/photos/a", "legal-hold="),
                Row.of("PUT", "/photos/a", "legal-hold="));
    }

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        key = server.key();
        server.name("acme", key.namespace());
        s3 = server.client(key);
        s3.createBucket(b -> b.bucket("photos"));
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("a"));
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsDeniedIsNotDone(Row row) throws IOException {
        s3.putBucketPolicy(b -> b.bucket("photos").policy(ALL_DENIED));

        var answer =
                send(
                        new SignedRequest(row.method(), row.path(), row.query(), row.allHeaders())
                                        .by(key)
                                + row.body());

        if (row.isOfPolicy()) {
            assertThat(answer).doesNotStartWith("HTTP/1.1 403");
        } else {
            assertRefused(row, answer);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatNobodyAllowsIsNotDoneForStrangers(Row row) throws IOException {
        s3.deleteBucketPolicy(b -> b.bucket("photos"));
        var request =
                new StringBuilder(row.method() + " " + row.path() + "?" + row.query())
                        .append(" HTTP/1.1\r\nHost: acme.s3.localhost\r\nConnection: close\r\n");
        row.allHeaders()
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));

        assertRefused(row, send(request + "\r\n" + row.body()));
    }

    private static void assertRefused(Row row, String answer) {
        if (row.route().operation() instanceof DeleteObjects) {
            assertThat(answer).contains("<Error><Key>a</Key><Code>AccessDenied</Code>");
        } else {
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
        if (!row.method().equals("HEAD")) {
            assertThat(answer).contains("<Code>AccessDenied</Code>");
        }
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatWasRefusedLeftEverythingAsItWas() throws IOException {
        s3.deleteBucketPolicy(b -> b.bucket("photos"));

        assertThat(s3.listObjectsV2(b -> b.bucket("photos")).contents())
                .extracting(object -> object.key())
                .containsExactly("a");
    }

    @Test
    void theTableHasEveryOperation() throws IOException, URISyntaxException {
        List<Class<?>> inTable =
                rows().<Class<?>>map(row -> row.route().operation().getClass()).toList();
        var answers =
                Stream.of(BucketAnswers.class, BucketVersions.class, ObjectMarks.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .filter(method -> method.getReturnType() == void.class)
                        .filter(method ->
                                Arrays.equals(
                                        method.getParameterTypes(),
                                        new Class<?>[] {Exchange.class}))
                        .count();

        assertThat(inTable).containsAll(operations());
        assertThat(inTable.stream().filter(Class::isHidden)).hasSize(Math.toIntExact(answers));
    }

    @Test
    void onlyADeletionOfManyAsksForEachThingByItself() {
        assertThat(rows().filter(row -> row.route().actions().isEmpty()))
                .extracting(row -> row.route().operation().getClass().getSimpleName())
                .containsExactly("DeleteObjects");
    }

    /// All but the list of buckets, which is about none.
    static List<Class<?>> operations() throws IOException, URISyntaxException {
        var root =
                Path.of(
                        Operation.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        var folder = root.resolve(Operation.class.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .flatMap(name -> load(name).stream())
                    .filter(Operation.class::isAssignableFrom)
                    .filter(type -> !type.isInterface() && type != ListBuckets.class)
                    .collect(Collectors.toList());
        }
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(Operation.class.getPackageName() + "." + name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
