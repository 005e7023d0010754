package io.dure.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;

/// Brings every module's schema to this version: one Flyway history a module, each migration in a
/// transaction of its own, so that a process killed in the middle goes on where it was.
final class Migrations {
    private Migrations() {}

    static void run(Database database) {
        for (var schema : schemas()) {
            Flyway.configure()
                    .dataSource(database.url(), Database.OWNER, database.ownerPassword())
                    .schemas(schema)
                    .locations("classpath:db/migration/" + schema)
                    .table("migration_history")
                    .load()
                    .migrate();
        }
    }

    /// @return the schemas of `db/migration/order`, the base first
    static List<String> schemas() {
        try {
            var lines =
                    new ClassPathResource("db/migration/order")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(module -> module.substring(module.lastIndexOf('.') + 1));
            return Stream.concat(Stream.of("dure"), lines).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
