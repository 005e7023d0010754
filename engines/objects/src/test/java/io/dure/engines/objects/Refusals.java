package io.dure.engines.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a client is told when it is refused.
final class Refusals {
    private static final Map<String, String> DOCUMENTS = new ConcurrentHashMap<>();

    /// Keeps the documents of errors, which the SDK forgets once they are parsed.
    static final ExecutionInterceptor RECORDER =
            new ExecutionInterceptor() {
                @Override
                public Optional<InputStream> modifyHttpResponseContent(
                        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                    if (context.httpResponse().isSuccessful()) {
                        return context.responseBody();
                    }
                    return context.responseBody().map(body -> kept(body, context));
                }
            };

    private static InputStream kept(InputStream body, Context.ModifyHttpResponse context) {
        try (body) {
            var bytes = body.readAllBytes();
            context.httpResponse()
                    .firstMatchingHeader("x-amz-request-id")
                    .ifPresent(id -> DOCUMENTS.put(id, new String(bytes, UTF_8)));
            return new ByteArrayInputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusals() {}

    /// @return what was thrown, to look at
    static S3Exception assertRefused(int status, String code, ThrowingCallable call) {
        var refusal = catchThrowableOfType(S3Exception.class, call);
        assertThat(refusal).as("a refusal with " + code).isNotNull();
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.awsErrorDetails().errorCode()).as(document(refusal)).isEqualTo(code);
        return refusal;
    }

    /// A HEAD is answered without a document.
    static S3Exception assertStatus(int status, ThrowingCallable call) {
        var refusal = catchThrowableOfType(S3Exception.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.statusCode()).isEqualTo(status);
        return refusal;
    }

    static String message(S3Exception refusal) {
        return refusal.awsErrorDetails().errorMessage();
    }

    /// The XML that was answered.
    static String document(S3Exception refusal) {
        return DOCUMENTS.getOrDefault(String.valueOf(refusal.requestId()), "");
    }

    static String header(S3Exception refusal, String name) {
        return refusal.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(name).orElse("");
    }
}
