package io.dure.cli;

import java.util.List;

/// Whether anybody changed an audit trail behind Dure's back.
final class AuditVerify {
    static final Command COMMAND =
            new Command(
                    "audit verify",
                    List.of(),
                    List.of(),
                    "Finds what somebody changed in the audit trails behind Dure's back.",
                    line -> run(line.console()));

    private AuditVerify() {}

    private static String run(Console console) {
        var report = console.get("/audit/verification");
        var findings = report.path("findings");
        if (findings.isEmpty()) {
            return "All %d entries of %d organisations are as they were written.%n"
                    .formatted(
                            report.path("entries").asLong(), report.path("organisations").asInt());
        }
        var lines = new StringBuilder("Somebody changed the audit trail:");
        for (var finding : findings) {
            lines.append(
                    "%n  %s, entry %d: %s"
                            .formatted(
                                    finding.path("organisation").asString(),
                                    finding.path("number").asLong(),
                                    finding.path("kind").asString()));
        }
        throw new RefusedException(lines.toString());
    }
}
