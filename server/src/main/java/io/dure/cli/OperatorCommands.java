package io.dure.cli;

import java.util.List;
import java.util.stream.Collectors;

/// Runs one command, most often against the server that serves the data folder.
public final class OperatorCommands {
    private static final List<Command> ALL =
            List.of(
                    TenantCreate.COMMAND,
                    TenantList.COMMAND,
                    TenantInvite.COMMAND,
                    TenantMove.SUSPEND,
                    TenantMove.RESUME,
                    TenantMove.CLOSE,
                    DemoRemove.COMMAND,
                    AuditVerify.COMMAND,
                    ObjectsRebuild.COMMAND,
                    ObjectsRotate.COMMAND,
                    Backup.COMMAND,
                    Restore.COMMAND);

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private OperatorCommands() {}

    /// Whether words of a command line are meant for here.
    public static boolean know(List<String> words) {
        return !words.isEmpty() && !of(words.getFirst()).isEmpty();
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    /// @return the exit code: 0, 1 if the server refused, 2 if the words make no sense
    public static int run(List<String> words) {
        try {
            System.out.print(answer(CommandLine.parse(words)));
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
        var command = ALL.stream().filter(each -> each.isMeantBy(line)).findAny();
        if (line.help()) {
            return command.map(Command::help).orElseGet(() -> overview(line));
        }
        return command.orElseThrow(() ->
                        new MisuseException(
                                "There is no command '%s'; there are %s."
                                        .formatted(
                                                String.join(" ", line.words()),
                                                ALL.stream()
                                                        .map(Command::name)
                                                        .collect(Collectors.joining(", ")))))
                .run(line);
    }

    private static String overview(CommandLine line) {
        return of(line.words().getFirst()).stream()
                .map(Command::synopsis)
                .collect(Collectors.joining("\n       ", "Usage: ", "\n"));
    }

    /// All whose name begins with a word.
    private static List<Command> of(String word) {
        return ALL.stream()
                .filter(each -> each.name().equals(word) || each.name().startsWith(word + " "))
                .toList();
    }
}
