package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// As another user, who keeps the capability to pass through folders that only root may enter.
    private static RunAs user(int id) {
        return new RunAs(
                List.of(
                        "setpriv",
                        "--reuid=" + id,
                        "--regid=" + id,
                        "--clear-groups",
                        "--inh-caps=+dac_read_search",
                        "--ambient-caps=+dac_read_search"),
                OptionalInt.of(id));
    }

    /// @param data PostgreSQL's data directory: once it exists, its owner stays its owner
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
        if (!Files.exists(data)) {
            return Stream.of(USER_NAMESPACE, user(NOBODY));
        }
        var owner = userOf(data);
        return Stream.of(owner == ROOT ? USER_NAMESPACE : user(owner));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
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
