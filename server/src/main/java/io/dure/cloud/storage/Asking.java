package io.dure.cloud.storage;

import io.dure.engines.objects.error.UnaskedException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the engine where no connection could be had: then nothing was asked of the database, and
/// what was written for it is nobody's.
final class Asking {
    private Asking() {}

    /// @param code that gets a connection, and does nothing with it
    static <T> T connect(Supplier<T> code) {
        try {
            return code.get();
        } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException e) {
            throw new UnaskedException(e);
        }
    }

    /// Runs code in a transaction. Once it began, a failure says nothing of what was committed, be
    /// it for want of another connection.
    static <T> T in(TransactionTemplate transaction, Supplier<T> code) {
        var begun = new Begun();
        try {
            return Objects.requireNonNull(
                    transaction.<T>execute(_ -> {
                        begun.value = true;
                        return code.get();
                    }));
        } catch (CannotCreateTransactionException e) {
            if (begun.value) {
                throw e;
            }
            throw new UnaskedException(e);
        }
    }

    private static final class Begun {
        private boolean value;
    }
}
