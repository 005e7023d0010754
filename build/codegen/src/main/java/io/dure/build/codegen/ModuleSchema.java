package io.dure.build.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A server module with a schema of its own.
///
/// @param module its package below `io.dure`, such as `platform.people`
record ModuleSchema(String module) {
    /// @param order the file that lists the modules, one a line, `#` before a comment
    static List<ModuleSchema> read(Path order) throws IOException {
        return Files.readAllLines(order).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ModuleSchema::new)
                .toList();
    }

    String schema() {
        return module.substring(module.lastIndexOf('.') + 1);
    }

    String javaPackage() {
        return "io.dure." + module + ".db";
    }
}
