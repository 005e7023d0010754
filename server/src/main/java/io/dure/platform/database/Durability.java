package io.dure.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Refuses a PostgreSQL that could lose or corrupt what it acknowledged.
final class Durability {
    private static final int OLDEST_VERSION = 180_000;

    /// synchronous_commit is not among them: the application sets it for its own sessions.
    private static final List<String> DEMANDED =
            List.of("fsync", "full_page_writes", "data_checksums");

    private Durability() {}

    static void check(Connection connection) throws SQLException {
        if (Integer.parseInt(setting(connection, "server_version_num")) < OLDEST_VERSION) {
            throw new DatabaseUnusableException("Dure needs PostgreSQL 18 or newer.", null);
        }
        var off = new ArrayList<String>();
        for (var name : DEMANDED) {
            if (!setting(connection, name).equals("on")) {
                off.add(name);
            }
        }
        if (!off.isEmpty()) {
            throw new DatabaseUnusableException(
                    "PostgreSQL would lose data: switch on " + String.join(", ", off) + ".", null);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
