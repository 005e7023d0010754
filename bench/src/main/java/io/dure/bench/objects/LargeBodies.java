package io.dure.bench.objects;

import io.dure.bench.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies of 64 MiB, and one of a gibibyte in parts.
///
/// @param encrypted a bucket that encrypts
/// @param clear one that does not
@SuppressWarnings("ArrayRecordComponent") // what is sent, never compared
record LargeBodies(Pace pace, Bucket encrypted, Bucket clear, URI nginx, Path folder, byte[] body) {
    private static final int CLIENTS = 2;
    private static final double GET_CLEAR_OF_NGINX = 0.85;
    private static final double GET_OF_NGINX = 0.5;
    private static final double PUT_OF_LIMIT = 0.8;
    private static final int PART_BYTES = 16 << 20;
    private static final int PARTS = 64;
    private static final int UPLOADERS = 4;
    private static final byte[] NOTHING = {};

    static void serve(Path folder, byte[] body) throws IOException {
        Files.write(folder.resolve("large"), body);
    }

    List<Figure> figures() throws IOException, InterruptedException, ExecutionException {
        encrypted.put("large", body);
        clear.put("large", body);
        var disk = Limits.disk(CLIENTS, folder.resolve("disk"), body, pace.measured());
        var md5 = Limits.md5(CLIENTS, body, pace.measured());
        var limit = disk < md5 ? "files written and fsynced" : "MD5 alone";
        var putClear = put(clear);
        var put = put(encrypted);
        var getClear = get(clear.address(), clear.head("GET", "large"));
        var get = get(encrypted.address(), encrypted.head("GET", "large"));
        var nginxGet = get(nginx, "GET /large HTTP/1.1\r\nHost: localhost\r\n");
        return List.of(
                Figure.of("PUT 64 MiB, durable, 2 clients, in the clear", putClear, "MB/s")
                        .against(limit, Math.min(disk, md5))
                        .atLeast(PUT_OF_LIMIT),
                Figure.of("PUT 64 MiB, durable, 2 clients, encrypted", put, "MB/s")
                        .against(limit, Math.min(disk, md5)),
                Figure.of("GET 64 MiB, 2 clients, in the clear", getClear, "MB/s")
                        .against("nginx", nginxGet)
                        .atLeast(GET_CLEAR_OF_NGINX),
                Figure.of("GET 64 MiB, 2 clients, encrypted", get, "MB/s")
                        .against("nginx", nginxGet)
                        .atLeast(GET_OF_NGINX),
                Figure.of("1 GiB in 64 parts, 4 at a time, encrypted", parts(), "MB/s"));
    }

    private double put(Bucket bucket) throws InterruptedException, ExecutionException {
        return pace.load(
                        CLIENTS,
                        bucket.address(),
                        (connection, number) -> {
                            // A few names, so that the disk does not fill.
                            connection.send(bucket.head("PUT", "put-" + number % 8), body);
                            return body.length;
                        })
                .megabytesPerSecond();
    }

    private double get(URI server, String head) throws InterruptedException, ExecutionException {
        return pace.load(CLIENTS, server, (connection, _) -> connection.send(head, NOTHING))
                .megabytesPerSecond();
    }

    private double parts() throws IOException, InterruptedException, ExecutionException {
        var part = new byte[PART_BYTES];
        new Random(PART_BYTES).nextBytes(part);
        var since = System.nanoTime();
        try (var connection = encrypted.connect()) {
            var begun = connection.ask(encrypted.head("POST", "parts", "uploads="), NOTHING);
            var id = begun.body().replaceFirst("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
            var etags = upload(id, part);
            var document =
                    IntStream.rangeClosed(1, PARTS)
                            .mapToObj(number ->
                                    "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>"
                                            .formatted(number, etags[number]))
                            .collect(
                                    Collectors.joining(
                                            "",
                                            "<CompleteMultipartUpload>",
                                            "</CompleteMultipartUpload>"));
            connection.ask(
                    encrypted.head("POST", "parts", "uploadId=" + id),
                    document.getBytes(StandardCharsets.US_ASCII));
        }
        return (double) PARTS * PART_BYTES * 1e3 / (System.nanoTime() - since);
    }

    private String[] upload(String id, byte[] part)
            throws InterruptedException, ExecutionException {
        var etags = new String[PARTS + 1];
        var next = new AtomicInteger(1);
        try (var threads = Executors.newFixedThreadPool(UPLOADERS)) {
            var running = new ArrayList<Future<?>>();
            for (var uploader = 0; uploader < UPLOADERS; uploader++) {
                running.add(
                        threads.submit(() -> {
                            try (var connection = encrypted.connect()) {
                                for (var number = next.getAndIncrement();
                                        number <= PARTS;
                                        number = next.getAndIncrement()) {
                                    etags[number] =
                                            connection
                                                    .ask(
                                                            encrypted.head(
                                                                    "PUT",
                                                                    "parts",
                                                                    "partNumber="
                                                                            + number
                                                                            + "&uploadId="
                                                                            + id),
                                                            part)
                                                    .header("etag");
                                }
                            }
                            return null;
                        }));
            }
            for (var uploader : running) {
                uploader.get();
            }
        }
        return etags;
    }
}
