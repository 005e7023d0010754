package io.dure;

import java.nio.file.Path;
import java.util.List;

/// What `./dure up` was told.
///
/// @param data the data folder, default `./var`
/// @param port of HTTP, default 8080; 0 takes a free one
/// @param s3Port of S3, default 9000; 0 takes a free one
/// @param listen the address both listen on, default 127.0.0.1
/// @param demo whether the two demonstration organisations are made
record Arguments(Path data, int port, int s3Port, String listen, boolean demo) {
    private static final Arguments DEFAULTS =
            new Arguments(Path.of("var"), 8080, 9000, "127.0.0.1", false);

    /// @throws UsageException with one sentence, if an option is unknown or its value makes no
    ///   sense
    static Arguments parse(List<String> words) {
        var arguments = DEFAULTS;
        var rest = words.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals("--demo")) {
                arguments =
                        new Arguments(
                                arguments.data,
                                arguments.port,
                                arguments.s3Port,
                                arguments.listen,
                                true);
                continue;
            }
            if (!rest.hasNext()) {
                throw new UsageException("The option " + option + " is unknown or needs a value.");
            }
            arguments = arguments.with(option, rest.next());
        }
        return arguments;
    }

    private Arguments with(String option, String value) {
        return switch (option) {
            case "--data" -> new Arguments(Path.of(value), port, s3Port, listen, demo);
            case "--port" -> new Arguments(data, number(option, value), s3Port, listen, demo);
            case "--s3-port" -> new Arguments(data, port, number(option, value), listen, demo);
            case "--listen" -> new Arguments(data, port, s3Port, value, demo);
            default -> throw new UsageException("The option " + option + " is unknown.");
        };
    }

    private static int number(String option, String value) {
        try {
            var number = Integer.parseInt(value);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new UsageException(option + " needs a port number up to 65535, not " + value + ".");
    }
}
