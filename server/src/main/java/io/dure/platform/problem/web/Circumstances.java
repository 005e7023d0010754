package io.dure.platform.problem.web;

import io.dure.engines.objects.edge.TooSlowException;
import io.dure.engines.objects.error.Causes;
import io.dure.engines.objects.error.FullDisk;
import io.dure.engines.objects.error.Overload;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Failures that are no bugs, though no code of ours threw a problem for them: the client's line,
/// the disk, and what PostgreSQL knows better. PostgreSQL's codes: Appendix A of its manual.
final class Circumstances {
    private static final Logger LOG = LoggerFactory.getLogger(Circumstances.class);

    private Circumstances() {}

    /// @return the problem that lies behind a failure, if it is one of these
    static Optional<ProblemDetail> behind(Throwable failure) {
        if (FullDisk.isMeantBy(failure)) {
            return Optional.of(full());
        }
        if (Overload.isMeantBy(failure)) {
            return Optional.of(overloaded(failure));
        }
        return Causes.of(failure).flatMap(cause -> describe(cause).stream()).findFirst();
    }

    private static Optional<ProblemDetail> describe(Throwable cause) {
        return switch (cause) {
            case TooSlowException _ ->
                    Optional.of(
                            Described.as(
                                    HttpStatus.REQUEST_TIMEOUT,
                                    "too-slow",
                                    "The request did not come in time."));
            case UnreadableAddressException unreadable ->
                    Optional.of(
                            Described.as(
                                    HttpStatus.BAD_REQUEST,
                                    "unreadable-address",
                                    String.valueOf(unreadable.getMessage())));
            case SQLException refused -> ofPostgres(String.valueOf(refused.getSQLState()));
            default -> Optional.empty();
        };
    }

    private static Optional<ProblemDetail> ofPostgres(String state) {
        return switch (state) {
            case "40P01", "40001" ->
                    Optional.of(
                            Described.as(
                                    HttpStatus.CONFLICT,
                                    "busy",
                                    "Somebody changed the same at the same moment. Try again."));
            case "22021", "22P05" ->
                    Optional.of(
                            Described.as(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "unstorable-text",
                                    "A text holds U+0000."));
            default -> Optional.empty();
        };
    }

    private static ProblemDetail overloaded(Throwable failure) {
        LOG.error("database.no-connection reason={}", Overload.reason(failure));
        return Described.as(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "More is asked of the server than it can do in time. Try again.");
    }

    private static ProblemDetail full() {
        LOG.error("disk.full");
        return Described.as(
                HttpStatus.INSUFFICIENT_STORAGE,
                "disk-full",
                "The server's disk is full. Nothing was stored.");
    }
}
