package io.dure.platform.problem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class CircumstancesTests {
    /// A file that is always full. full(4).
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aFullDiskIsTold() {
        assumeTrue(Files.exists(FULL), "there is a /dev/full");
        var failure = catchThrowable(() -> Files.write(FULL, new byte[1]));

        assertThat(Circumstances.behind(new UncheckedIOException((IOException) failure)))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.getStatus()).isEqualTo(507);
                    assertThat(problem.getType()).hasToString("/problems/disk-full");
                });
    }

    @ParameterizedTest
    @CsvSource({"53100,507", "40P01,409", "22021,422", "22P05,422"})
    void whatPostgresKnowsBetterIsTold(String state, int status) {
        var failure = new DataAccessResourceFailureException("no", new SQLException("no", state));

        assertThat(Circumstances.behind(failure))
                .hasValueSatisfying(problem -> assertThat(problem.getStatus()).isEqualTo(status));
    }

    @Test
    void thatAllConnectionsAreTakenIsTold() {
        var taken = new SQLTransientConnectionException("request timed out after 30000ms");
        var failure = new CannotCreateTransactionException("no", taken);

        assertThat(Circumstances.behind(failure))
                .hasValueSatisfying(problem -> assertThat(problem.getStatus()).isEqualTo(503));
    }

    @Test
    void aFullDatabaseIsToldThoughNothingIsAroundIt() {
        assertThat(Circumstances.behind(new SQLException("no", "53100")))
                .hasValueSatisfying(problem -> assertThat(problem.getStatus()).isEqualTo(507));
    }

    @Test
    void aBugIsABug() {
        var failure = new IllegalStateException("oh", new SQLException("oh", "42601"));

        assertThat(Circumstances.behind(failure)).isEmpty();
        assertThat(Circumstances.behind(new IOException("Broken pipe"))).isEmpty();
    }
}
