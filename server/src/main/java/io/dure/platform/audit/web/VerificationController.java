package io.dure.platform.audit.web;

import io.dure.platform.audit.Finding;
import io.dure.platform.audit.Verification;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether anybody changed a trail behind Dure's back.
@RestController
class VerificationController {
    private final Verification verification;
    private final Organisations organisations;

    VerificationController(Verification verification, Organisations organisations) {
        this.verification = verification;
        this.organisations = organisations;
    }

    record FindingView(String organisation, Finding.Kind kind, long number, @Nullable UUID entry) {}

    record ReportView(int organisations, long entries, List<FindingView> findings) {}

    /// Reads every organisation's chain; of each that is wrong the first wrong entry is named.
    @GetMapping("/api/console/audit/verification")
    ReportView verify(Caller caller) {
        var report = verification.all(caller);
        return new ReportView(
                report.organisations(),
                report.entries(),
                report.findings().stream().map(this::view).toList());
    }

    private FindingView view(Finding finding) {
        return new FindingView(
                shortName(finding.tenant()),
                finding.kind(),
                finding.number(),
                finding.entry().orElse(null));
    }

    private String shortName(TenantId tenant) {
        return SystemScope.call("names of organisations", () -> organisations.byId(tenant))
                .map(Organisation::shortName)
                .orElseGet(tenant::toString);
    }
}
