package io.dure.cloud.console;

import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an operator looks at every morning.
@Service
public class Overview {
    private final Organisations organisations;
    private final Figures figures;
    private final RecentErrors errors;
    private final MachineRepository database;
    private final DataFolder folder;

    Overview(
            Organisations organisations,
            Figures figures,
            RecentErrors errors,
            MachineRepository database,
            DataFolder folder) {
        this.organisations = organisations;
        this.figures = figures;
        this.errors = errors;
        this.database = database;
        this.folder = folder;
    }

    public Map<State, Integer> organisations(Caller caller) {
        caller.require(ConsoleCapabilities.READ);
        return SystemScope.call("the operator's overview", organisations::countByState);
    }

    /// The amounts of every organisation, by the figure's name.
    public Map<String, Map<TenantId, Long>> figures(Caller caller) {
        caller.require(ConsoleCapabilities.READ);
        return figures.now();
    }

    /// The last 90 days.
    public List<Growth> growth(Caller caller) {
        caller.require(ConsoleCapabilities.READ);
        return figures.growth();
    }

    /// The latest first.
    public List<LoggedError> errors(Caller caller) {
        caller.require(ConsoleCapabilities.READ);
        return errors.list();
    }

    @Transactional(readOnly = true)
    public Machine machine(Caller caller) {
        caller.require(ConsoleCapabilities.READ);
        var postgres = database.postgres();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        try {
            var disk = Files.getFileStore(folder.path());
            return new Machine(
                    disk.getUsableSpace(),
                    disk.getTotalSpace(),
                    postgres.sizeBytes(),
                    postgres.walWrittenBytes(),
                    postgres.connections(),
                    postgres.connectionsMax(),
                    heap.getUsed(),
                    heap.getMax(),
                    Runtime.getRuntime().availableProcessors(),
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                    dureVersion(),
                    Runtime.version().toString(),
                    postgres.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the jar's manifest has it; there is none while it is developed.
    private static String dureVersion() {
        return Optional.ofNullable(Overview.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
