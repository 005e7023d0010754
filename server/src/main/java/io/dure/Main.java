package io.dure;

import com.zaxxer.hikari.HikariDataSource;
import io.dure.cli.OperatorCommands;
import io.dure.engines.postgres.Postgres;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.Database;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/// Starts the server in the foreground, after making sure that it can: what stands in its way is
/// said in one sentence, with exit code 2, before anything was started. The operator's commands
/// come by the same jar.
public final class Main {
    private static final int LOST_DATABASE = 1;
    private static final int CANNOT_START = 2;

    /// The pool waits no shorter.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

    private Main() {}

    public static void main(String[] words) {
        if (OperatorCommands.know(List.of(words))) {
            OperatorCommands.main(words);
        }
        var shutdown = Shutdown.prepare();
        try {
            start(Arguments.parse(List.of(words)), shutdown);
        } catch (RuntimeException e) {
            if (shutdown.isUnderWay()) {
                return;
            }
            System.err.println("dure: " + Obstacle.in(e).orElseThrow(() -> e));
            System.exit(CANNOT_START);
        }
    }

    private static void start(Arguments arguments, Shutdown shutdown) {
        var exposure = Exposure.of(System.getenv());
        exposure.check(arguments.listen());
        requireFree(arguments.listen(), arguments.port(), "--port");
        requireFree(arguments.listen(), arguments.s3Port(), "--s3-port");
        var application = application(arguments, exposure, DataFolder.open(arguments.data()));
        application.setRegisterShutdownHook(false);
        application.addListeners(shutdown);
        var context = application.run();
        endWith(
                context.getBean(Database.class).embedded(),
                context.getBean(HikariDataSource.class),
                shutdown);
    }

    /// A server without its database only refuses; whoever keeps it running starts both anew.
    private static void endWith(
            @Nullable Postgres postgres, HikariDataSource connections, Shutdown shutdown) {
        if (postgres == null) {
            return;
        }
        postgres.whenItEnds(log -> {
            if (!shutdown.isUnderWay()) {
                System.err.println("dure: PostgreSQL has ended; its log is " + log + ".");
                // What is still under way waits for nothing any more.
                connections.getHikariConfigMXBean().setConnectionTimeout(SHORTEST_WAIT.toMillis());
                System.exit(LOST_DATABASE);
            }
        });
    }

    /// @param folder stays locked until the process ends
    static SpringApplication application(
            Arguments arguments, Exposure exposure, DataFolder folder) {
        var application = new SpringApplication(DureApplication.class);
        var properties = new HashMap<>(exposure.properties());
        properties.putAll(
                Map.of(
                        "server.address", arguments.listen(),
                        "server.port", arguments.port(),
                        "dure.s3.address", arguments.listen(),
                        "dure.s3.port", arguments.s3Port(),
                        "dure.demo", arguments.demo()));
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
        return application;
    }

    private static void requireFree(String address, int port, String option) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new UsageException(
                    "Port "
                            + port
                            + " on "
                            + address
                            + " cannot be used ("
                            + e.getMessage()
                            + "); choose another with "
                            + option
                            + ".");
        }
    }
}
