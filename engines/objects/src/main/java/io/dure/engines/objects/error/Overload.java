package io.dure.engines.objects.error;

import java.sql.SQLTransientConnectionException;
import java.util.stream.Collectors;

/// Tells that more is asked of the server than it can do in time from other failures. All
/// connections to the database were taken: as when commits wait for a disk that is written to at
/// full speed. Or the service that keeps the bodies does not keep up.
public final class Overload {
    private Overload() {}

    /// Whether this failure, or a cause of it, says so.
    public static boolean isMeantBy(Throwable failure) {
        return Causes.of(failure).anyMatch(Overload::says);
    }

    private static boolean says(Throwable failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof BusyStoreException;
    }

    /// Why, for a log: a pool that cannot reach its database says the same as one whose connections
    /// are all taken, and names what came before as the cause.
    public static String reason(Throwable failure) {
        return Causes.of(failure)
                .dropWhile(cause -> !says(cause))
                .map(Throwable::getMessage)
                .collect(Collectors.joining("; "));
    }
}
