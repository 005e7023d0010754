package io.dure.build.codegen;

import io.dure.engines.postgres.Postgres;
import io.dure.engines.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Migrates a throw-away PostgreSQL and generates jOOQ classes into each module's `db` package.
/// Does nothing while the migrations are those of the last run.
public final class Codegen {
    /// Kept here, since a logger that nobody holds forgets its level.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Path db;
    private final Path output;

    private Codegen(Path db, Path output) {
        this.db = db;
        this.output = output;
    }

    /// @param arguments the folder with `roles.sql` and `migration/`, and the one to generate into
    public static void main(String[] arguments) throws Exception {
        FLYWAY.setLevel(Level.WARNING);
        new Codegen(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws Exception {
        var stamp = output.resolve(".migrations");
        var hash = hash();
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        var modules = ModuleSchema.read(db.resolve("migration/order"));
        var home = output.resolveSibling("postgres");
        try (var postgres = Postgres.start(PostgresSettings.throwAway(home))) {
            var database = createDatabase(postgres);
            createRoles(postgres, database);
            migrate(postgres, database, "dure");
            for (var module : modules) {
                migrate(postgres, database, module.schema());
            }
            delete(output);
            for (var module : modules) {
                generate(postgres, database, module);
            }
        }
        Files.createDirectories(output);
        Files.writeString(stamp, hash);
    }

    private static String createDatabase(Postgres postgres) throws SQLException {
        var name = "codegen";
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        return name;
    }

    private void createRoles(Postgres postgres, String database) throws SQLException, IOException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(db.resolve("roles.sql")));
        }
    }

    private void migrate(Postgres postgres, String database, String schema) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), postgres.user(), postgres.password())
                .schemas(schema)
                .locations("filesystem:" + db.resolve("migration").resolve(schema))
                .table("migration_history")
                .load()
                .migrate();
    }

    private void generate(Postgres postgres, String database, ModuleSchema module)
            throws Exception {
        GenerationTool.generate(
                new Configuration()
                        .withLogging(Logging.WARN)
                        .withJdbc(
                                new Jdbc()
                                        .withUrl(postgres.jdbcUrl(database))
                                        .withUser(postgres.user())
                                        .withPassword(postgres.password()))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(
                                                new Database()
                                                        .withName(
                                                                "org.jooq.meta.postgres.PostgresDatabase")
                                                        .withInputSchema(module.schema())
                                                        .withExcludes("migration_history")
                                                        .withForcedTypes(ForcedTypes.all()))
                                        .withGenerate(
                                                new Generate()
                                                        .withRecords(true)
                                                        .withJavaTimeTypes(true)
                                                        .withComments(false))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName(module.javaPackage())
                                                        .withClean(false)
                                                        .withDirectory(output.toString()))));
    }

    private String hash() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : files()) {
            digest.update(
                    db.relativize(file)
                            .toString()
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(db)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
