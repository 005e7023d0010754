package io.dure.cloud.console.web;

import io.dure.cloud.console.Support;
import io.dure.cloud.console.SupportAccess;
import io.dure.platform.tenancy.AcrossTenants;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.ShownOnce;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Support access, from both sides of the counter.
@RestController
class SupportController {
    private final Support support;

    SupportController(Support support) {
        this.support = support;
    }

    /// @param operator who asked, and alone may look
    /// @param minutes asked for
    record SupportView(
            UUID id,
            PersonId operator,
            String operatorName,
            String reason,
            long minutes,
            SupportAccess.State state,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant endsAt) {
        static SupportView of(SupportAccess access) {
            return new SupportView(
                    access.id(),
                    access.operator(),
                    access.operatorName(),
                    access.reason(),
                    access.length().toMinutes(),
                    access.state(),
                    access.askedAt(),
                    access.decidedAt().orElse(null),
                    access.endsAt().orElse(null));
        }
    }

    record SupportList(List<SupportView> items) {
        static SupportList of(List<SupportAccess> all) {
            return new SupportList(all.stream().map(SupportView::of).toList());
        }
    }

    /// @param minutes 5 to 1440
    record SupportWish(String reason, int minutes) {}

    /// @param minutes no longer than was asked for
    record SupportConsent(int minutes) {}

    /// @param token for `POST /api/o/ORG/visit`, which lets a browser in; works until the access
    ///   ends
    record SupportToken(String token) {}

    @GetMapping("/api/console/organisations/{id}/support")
    SupportList asked(Caller caller, @PathVariable UUID id) {
        return SupportList.of(support.asked(caller, new TenantId(id)));
    }

    @PostMapping("/api/console/organisations/{id}/support")
    @AcrossTenants
    @ResponseStatus(HttpStatus.CREATED)
    SupportView ask(Caller caller, @PathVariable UUID id, @RequestBody SupportWish body) {
        return SupportView.of(support.ask(caller, new TenantId(id), body.reason(), body.minutes()));
    }

    @PostMapping("/api/console/organisations/{id}/support/{access}/open")
    @AcrossTenants
    @InPerson
    @ShownOnce
    SupportToken open(Caller caller, @PathVariable UUID id, @PathVariable UUID access) {
        return new SupportToken(support.open(caller, new TenantId(id), access).text());
    }

    @GetMapping("/api/o/{org}/support")
    SupportList list(Caller caller) {
        return SupportList.of(support.list(caller));
    }

    @PostMapping("/api/o/{org}/support/{access}/grant")
    SupportView grant(Caller caller, @PathVariable UUID access, @RequestBody SupportConsent body) {
        return SupportView.of(support.grant(caller, access, body.minutes()));
    }

    @PostMapping("/api/o/{org}/support/{access}/refuse")
    SupportView refuse(Caller caller, @PathVariable UUID access) {
        return SupportView.of(support.refuse(caller, access));
    }

    @PostMapping("/api/o/{org}/support/{access}/end")
    SupportView end(Caller caller, @PathVariable UUID access) {
        return SupportView.of(support.end(caller, access));
    }
}
