package io.dure.engines.objects.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// How documents are refused.
public final class Refusals {
    private Refusals() {}

    public static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    public static void assertRefused(S3Error error, ThrowingCallable call) {
        assertRefused(error, error.message(), call);
    }

    public static void assertRefused(S3Error error, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.error()).isEqualTo(error);
                            assertThat(e.message()).isEqualTo(message);
                        });
    }
}
