package io.dure.cli;

import java.util.List;
import java.util.Set;

/// Runs one command against the server that serves the data folder.
///
///     tenant create SHORTNAME NAME --owner LOGIN [--owner-name NAME] [--people N] …
///     tenant list [TEXT]
///     tenant suspend|close SHORTNAME REASON
///     tenant resume SHORTNAME
///     demo remove
///     audit verify
///     backup DIR
///     restore DIR
public final class OperatorCommands {
    private static final Set<String> NAMES = Set.of("tenant", "demo", "audit", "backup", "restore");

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private OperatorCommands() {}

    /// Whether words of a command line are meant for here.
    public static boolean know(List<String> words) {
        return !words.isEmpty() && NAMES.contains(words.getFirst());
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    /// @return the exit code: 0, 1 if the server refused, 2 if the words make no sense
    public static int run(List<String> words) {
        try {
            var line = CommandLine.parse(words);
            System.out.print(answer(line));
            return 0;
        } catch (MisuseException e) {
            System.err.println("dure: " + e.getMessage());
            return MISUSED;
        } catch (RefusedException e) {
            System.err.println("dure: " + e.getMessage());
            return FAILED;
        }
    }

    private static String answer(CommandLine line) {
        return line.command().equals("restore")
                ? Restore.run(line)
                : answer(line, Console.of(line.dataFolder()));
    }

    private static String answer(CommandLine line, Console console) {
        return switch (line.command()) {
            case "tenant create" -> TenantCreate.run(line, console);
            case "tenant list" -> TenantList.run(line, console);
            case "tenant suspend", "tenant close", "tenant resume" -> TenantMove.run(line, console);
            case "demo remove" -> DemoRemove.run(console);
            case "audit verify" -> AuditVerify.run(console);
            case "backup" -> Backup.run(line, console);
            default ->
                    throw new MisuseException(
                            "There is no command '"
                                    + line.command()
                                    + "'; there are tenant create, list, suspend, resume and close,"
                                    + " demo remove, audit verify, backup and restore.");
        };
    }
}
