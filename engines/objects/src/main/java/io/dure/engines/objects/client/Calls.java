package io.dure.engines.objects.client;

import io.dure.engines.objects.error.BusyStoreException;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.sigv4.RequestSigner;
import io.dure.engines.objects.xml.XmlReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/// Sends signed requests to a bucket, again where that may help.
final class Calls {
    private final HttpClient http;
    private final BucketAddress address;
    private final Limits limits;
    private final RequestSigner signer;
    private final InstantSource clock;

    Calls(HttpClient http, BucketAddress address, Limits limits, InstantSource clock) {
        this.http = http;
        this.address = address;
        this.limits = limits;
        this.signer = new RequestSigner(address.accessKeyId(), address.secret(), address.region());
        this.clock = clock;
    }

    /// One attempt.
    private interface Attempt<T> {
        /// @throws TimeoutException and [ExecutionException] if there was no answer
        T make() throws IOException, TimeoutException, ExecutionException, InterruptedException;
    }

    /// Sends a request whose answer is short.
    ///
    /// @throws RefusedException if the service says no
    /// @throws BusyStoreException if it does not answer, or only that it cannot now
    ContentResponse send(Call call) throws IOException {
        var hash = RequestSigner.hash(call.body());
        return again(
                call,
                () -> {
                    var answer =
                            request(call, hash)
                                    .timeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                                    .send();
                    if (!HttpStatus.isSuccess(answer.getStatus())) {
                        throw failure(call, answer, answer.getContent());
                    }
                    return answer;
                });
    }

    /// Sends a request whose answer is read bit by bit.
    ///
    /// @throws RefusedException if the service says no
    /// @throws BusyStoreException if it does not answer, or only that it cannot now
    Download open(Call call) throws IOException {
        var hash = RequestSigner.hash(call.body());
        return again(
                call,
                () -> {
                    var listener = new InputStreamResponseListener();
                    var request = request(call, hash);
                    request.send(listener);
                    try {
                        return download(call, listener);
                    } catch (IOException | TimeoutException | InterruptedException e) {
                        var _ = request.abort(e);
                        throw e;
                    }
                });
    }

    private Download download(Call call, InputStreamResponseListener listener)
            throws IOException, TimeoutException, ExecutionException, InterruptedException {
        var response = listener.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        var bytes = listener.getInputStream();
        if (!HttpStatus.isSuccess(response.getStatus())) {
            try (bytes) {
                throw failure(call, response, bytes.readNBytes(XML_MOST_BYTES));
            }
        }
        return new Download(ContentRange.of(response), bytes);
    }

    /// More than any error has.
    private static final int XML_MOST_BYTES = 64 * 1024;

    private Request request(Call call, String hash) {
        var path = "/" + address.bucket() + (call.key().isEmpty() ? "" : "/" + call.key());
        var root = address.endpoint().toString().replaceAll("/$", "");
        var request =
                http.newRequest(root + call.target(path))
                        .method(call.method())
                        .idleTimeout(limits.silence().toMillis(), TimeUnit.MILLISECONDS);
        var signed =
                signer.headers(
                        call.method(),
                        address.host(),
                        path,
                        call.parsedQuery(),
                        hash,
                        clock.instant());
        request.headers(headers -> {
            headers.put(HttpHeader.HOST, address.host());
            signed.forEach(headers::put);
            if (!call.range().isEmpty()) {
                headers.put(HttpHeader.RANGE, call.range());
            }
        });
        if (!call.body().isEmpty()) {
            request.body(
                    new ByteBufferRequestContent(
                            "application/octet-stream",
                            call.body().stream()
                                    .map(ByteBuffer::duplicate)
                                    .toArray(ByteBuffer[]::new)));
        }
        return request;
    }

    private <T> T again(Call call, Attempt<T> attempt) throws IOException {
        for (var number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (RefusedException e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the wait for the service was interrupted");
            } catch (BusyException | TimeoutException | ExecutionException e) {
                if (number >= limits.attempts()) {
                    throw new BusyStoreException(
                            call.method() + " " + call.key() + ": " + reason(e), e);
                }
                pause(number);
            }
        }
    }

    private static String reason(Exception failure) {
        var cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private void pause(int attempts) throws InterruptedIOException {
        var longest = limits.pause().toNanos() << (attempts - 1);
        try {
            TimeUnit.NANOSECONDS.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the wait for the service was interrupted");
        }
    }

    /// An answer that says: not now.
    private static final class BusyException extends IOException {
        private static final long serialVersionUID = 1;

        BusyException(int status, String code) {
            super(status + " " + code);
        }
    }

    private static IOException failure(Call call, Response response, byte @Nullable [] document) {
        var status = response.getStatus();
        var code = code(document);
        return mayHelpAgain(status, code)
                ? new BusyException(status, code)
                : new RefusedException(call, status, code);
    }

    /// Also where the service says that the payload was damaged on the way.
    private static boolean mayHelpAgain(int status, String code) {
        return switch (status) {
            case 408, 429, 500, 502, 503, 504 -> true;
            default ->
                    code.equals("XAmzContentSHA256Mismatch")
                            || code.equals("BadDigest")
                            || code.equals("RequestTimeout");
        };
    }

    private static String code(byte @Nullable [] document) {
        if (document == null || document.length == 0) {
            return "";
        }
        try {
            return XmlReader.read(document, "Error").text("Code").orElse("");
        } catch (S3Exception e) {
            return "";
        }
    }
}
