package io.dure.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/// The roles of the embedded PostgreSQL; on an external one the operator runs the same script.
final class Roles {
    private Roles() {}

    static void create(Connection owner, String applicationPassword) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(script());
            // A random hexadecimal text: nothing to quote. ALTER ROLE takes no parameter.
            statement.execute(
                    "alter role "
                            + Database.APPLICATION
                            + " password '"
                            + applicationPassword
                            + "'");
        }
    }

    private static String script() {
        try {
            return new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
