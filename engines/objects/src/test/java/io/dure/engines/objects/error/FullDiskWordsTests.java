package io.dure.engines.objects.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In the words that Java's own classes and a database have for it.
class FullDiskWordsTests {
    @ParameterizedTest
    @MethodSource
    void aFullDiskIsRecognised(Exception full) {
        assertThat(FullDisk.isMeantBy(full)).isTrue();
    }

    static Stream<Exception> aFullDiskIsRecognised() {
        return Stream.of(
                new IOException("No space left on device"),
                new FileSystemException("/srv/x", null, "No space left on device"),
                new FileNotFoundException("/srv/x (No space left on device)"),
                new FileNotFoundException("/srv/x (Disk quota exceeded)"),
                new UncheckedIOException(new IOException("Disk quota exceeded")),
                new SQLException("could not extend file", "53100"));
    }

    @ParameterizedTest
    @MethodSource
    void anotherFailureIsNot(Exception other) {
        assertThat(FullDisk.isMeantBy(other)).isFalse();
    }

    static Stream<Exception> anotherFailureIsNot() {
        return Stream.of(
                new IOException("Broken pipe"),
                new IOException(),
                new FileNotFoundException("No space left on device (No such file or directory)"),
                new IllegalStateException("No space left on device"));
    }

    @Test
    void causesInACircleEnd() {
        var first = new IOException("first");
        first.initCause(new IOException("second", first));

        assertThat(FullDisk.isMeantBy(first)).isFalse();
    }
}
