package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How to run a program that refuses to run as root, such as PostgreSQL.
enum Unprivileged {
    /// We are not root: as it is.
    AS_IT_IS(List.of()),

    /// In a user namespace without a mapping the program is not user 0, and yet still owns root's
    /// files: it works below folders that only root may enter.
    USER_NAMESPACE(List.of("unshare", "--user")),

    /// As `nobody`, to whom the files are given. Needs every folder above to be open to others.
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65_534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /// @throws PostgresException if we are root and no way to drop that is permitted here
    static Unprivileged choose(Path home) {
        if (!isRoot()) {
            return AS_IT_IS;
        }
        if (succeeds(USER_NAMESPACE.command(List.of("true")))) {
            return USER_NAMESPACE;
        }
        if (succeeds(NOBODY.command(List.of("test", "-x", home.toString())))) {
            return NOBODY;
        }
        throw new PostgresException(
                "PostgreSQL does not run as root, and this system permits neither user namespaces nor the user nobody"
                        + " to enter "
                        + home
                        + "; run Dure as an ordinary user.");
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /// Gives files to whom the program will run as.
    void own(Path... files) throws IOException {
        if (this == NOBODY) {
            for (var file : files) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
                Files.setAttribute(file, "unix:gid", NOBODY_ID);
            }
        }
    }

    private static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(new ArrayList<>(command))
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
}
