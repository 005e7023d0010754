package io.dure.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A user who is not root, with an environment of nothing but a JDK: ourselves, if we are one.
record OrdinaryUser(Path folder, boolean isAnother) {
    private static final int NOBODY = 65_534;

    /// Programs that what is run must do without.
    private static final List<String> ABSENT = List.of("node", "npm", "mvn");

    /// @param folder of this user from now on, with all in it
    static OrdinaryUser in(Path folder) throws IOException {
        var user = new OrdinaryUser(folder, "root".equals(System.getProperty("user.name")));
        var programs = Files.createDirectory(folder.resolve("programs"));
        for (var name : ABSENT) {
            var program =
                    Files.writeString(
                            programs.resolve(name),
                            "#!/bin/sh\necho " + name + " >>" + user.called());
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (user.isAnother) {
            try (var files = Files.walk(folder)) {
                for (var file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", NOBODY);
                    Files.setAttribute(file, "unix:gid", NOBODY);
                }
            }
        }
        return user;
    }

    /// The programs that were called although they should not be needed.
    Path called() {
        return folder.resolve("called");
    }

    List<String> command(Path launcher) {
        var command = new ArrayList<String>();
        if (isAnother) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(
                List.of(
                        "env",
                        "-i",
                        "PATH=" + folder.resolve("programs") + ":/usr/bin:/bin",
                        "JAVA_HOME=" + System.getProperty("java.home"),
                        launcher.toString()));
        return command;
    }
}
