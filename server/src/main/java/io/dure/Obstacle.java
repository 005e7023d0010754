package io.dure;

import io.dure.engines.postgres.PostgresException;
import io.dure.platform.database.DatabaseUnusableException;
import io.dure.platform.database.UnusableFolderException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/// What an operator can do something about when the server does not start.
final class Obstacle {
    private Obstacle() {}

    /// @return its sentence, if the failure was caused by one
    static Optional<String> in(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case UsageException e -> Optional.ofNullable(e.getMessage());
            case UnusableFolderException e -> Optional.ofNullable(e.getMessage());
            case DatabaseUnusableException e -> Optional.ofNullable(e.getMessage());
            case PostgresException e -> Optional.ofNullable(e.getMessage());
            case PortInUseException e ->
                    Optional.of("Port " + e.getPort() + " was taken by another program just now.");
            default -> Optional.empty();
        };
    }
}
