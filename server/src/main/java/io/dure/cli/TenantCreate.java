package io.dure.cli;

import io.dure.cli.Command.Option;
import java.util.List;
import java.util.Map;

/// Signs an organisation up and shows the link by which its owner comes in.
final class TenantCreate {
    private static final String DEFAULT_PEOPLE = "100";
    private static final String DEFAULT_STORAGE_GIB = "100";
    private static final long GIB = 1L << 30;

    static final Command COMMAND =
            new Command(
                    "tenant create",
                    List.of("SHORTNAME", "NAME"),
                    List.of(
                            Option.needed("owner", "LOGIN", "who comes in first and may do all"),
                            Option.of("owner-name", "NAME", "(default: the login)"),
                            Option.of("people", "N", "how many may have an account (default 100)"),
                            Option.of("storage-gib", "N", "how much may be stored (default 100)"),
                            Option.of("modules", "A,B", "what it rents (default storage)"),
                            Option.of("mail-domains", "A,B", "such as example.com (default none)"),
                            Option.of("language", "LANGUAGE", "ko or en (default ko)"),
                            Option.of("time-zone", "ZONE", "(default Asia/Seoul)"),
                            Option.of("state", "STATE", "TRIAL or ACTIVE (default TRIAL)")),
                    "Signs an organisation up, and prints the link by which its owner comes in.",
                    TenantCreate::run);

    private TenantCreate() {}

    private static String run(CommandLine line) {
        var console = line.console();
        var owner = line.option("owner").orElseThrow();
        var made =
                console.post(
                        "/organisations",
                        Map.of(
                                "shortName", line.word(0),
                                "name", line.word(1),
                                "mailDomains", list(line, "mail-domains", ""),
                                "language", line.option("language").orElse("ko"),
                                "timeZone", line.option("time-zone").orElse("Asia/Seoul"),
                                "plan", plan(line),
                                "state", line.option("state").orElse("TRIAL"),
                                "owner",
                                        Map.of(
                                                "login",
                                                owner,
                                                "name",
                                                line.option("owner-name").orElse(owner))));
        return "%s is signed up. Its owner opens this once:%n%s%n"
                .formatted(
                        made.path("organisation").path("name").asString(),
                        console.page(made.path("invitation").path("path").asString()));
    }

    private static Map<String, Object> plan(CommandLine line) {
        return Map.of(
                "people", number(line, "people", DEFAULT_PEOPLE),
                "storageBytes", number(line, "storage-gib", DEFAULT_STORAGE_GIB) * GIB,
                "modules", list(line, "modules", "storage"));
    }

    private static List<String> list(CommandLine line, String option, String otherwise) {
        var text = line.option(option).orElse(otherwise);
        return text.isBlank() ? List.of() : List.of(text.split(","));
    }

    private static long number(CommandLine line, String option, String otherwise) {
        try {
            return Long.parseLong(line.option(option).orElse(otherwise));
        } catch (NumberFormatException e) {
            throw new MisuseException("--" + option + " needs a number.");
        }
    }
}
