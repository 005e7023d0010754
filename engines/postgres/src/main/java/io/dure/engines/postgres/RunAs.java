package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How to run a program that refuses to run as root, such as PostgreSQL.
///
/// @param prefix the words in front of the command
/// @param owner the user to whom the program's files must belong, if not to us
record RunAs(List<String> prefix, OptionalInt owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /// We are not root: nothing to do.
    private static final RunAs OURSELVES = new RunAs(List.of(), OptionalInt.empty());

    /// In a user namespace without a mapping the program is not user 0, and yet still owns root's
    /// files: it works below folders that only root may enter.
    private static final RunAs USER_NAMESPACE =
            new RunAs(List.of("unshare", "--user"), OptionalInt.empty());

    /// As another user, who keeps a capability to pass through folders that only root may enter:
    /// the narrow one where it is granted, else the one that containers have by default.
    private static Stream<RunAs> user(int id) {
        return Stream.of("dac_read_search", "dac_override").map(capability -> user(id, capability));
    }

    private static RunAs user(int id, String capability) {
        return new RunAs(
                List.of(
                        "setpriv",
                        "--reuid=" + id,
                        "--regid=" + id,
                        "--clear-groups",
                        // Without it access(2), which PostgreSQL asks first, knows no capability.
                        "--securebits=+no_setuid_fixup",
                        "--inh-caps=+" + capability,
                        "--ambient-caps=+" + capability),
                OptionalInt.of(id));
    }

    /// @param data PostgreSQL's data directory: an ordinary user who owns it stays its owner
    /// @throws PostgresException if we are root and no way to drop that is permitted here
    static RunAs choose(Path data) throws IOException {
        if (userOf(Path.of("/proc/self")) != ROOT) {
            return OURSELVES;
        }
        return candidates(data)
                .filter(RunAs::works)
                .findFirst()
                .orElseThrow(() ->
                        new PostgresException(
                                "PostgreSQL does not run as root, and this system permits neither user namespaces"
                                        + " nor changing the user; run Dure as an ordinary user."));
    }

    private static Stream<RunAs> candidates(Path data) throws IOException {
        var owner = Files.exists(data) ? userOf(data) : ROOT;
        return owner == ROOT ? Stream.concat(Stream.of(USER_NAMESPACE), user(NOBODY)) : user(owner);
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /// Gives a data directory to whom the program will run as, where it still is root's: restored
    /// by root, say, or made where user namespaces were permitted. The directory itself comes last,
    /// so that a kill in the middle is noticed.
    void takeOver(Path data) throws IOException {
        if (owner.isEmpty() || userOf(data) == owner.getAsInt()) {
            return;
        }
        try (var files = Files.walk(data)) {
            own(files.sorted(Comparator.reverseOrder()).toArray(Path[]::new));
        }
    }

    /// Gives files to whom the program will run as.
    void own(Path... files) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        for (var file : files) {
            Files.setAttribute(file, "unix:uid", owner.getAsInt());
            Files.setAttribute(file, "unix:gid", owner.getAsInt());
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int userOf(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }
}
