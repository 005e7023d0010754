package io.dure.cloud.console.web;

import io.dure.cloud.console.Overview;
import io.dure.cloud.console.Owner;
import io.dure.cloud.console.SignedUp;
import io.dure.cloud.console.Tenants;
import io.dure.cloud.console.web.TenantView.TenantLocks;
import io.dure.cloud.console.web.TenantView.TenantUse;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.AcrossTenants;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OrganisationSearch;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.ShownOnce;
import io.dure.platform.tenancy.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The operator's list of organisations.
@RestController
@RequestMapping("/api/console/organisations")
class TenantController {
    private static final int MAX_PAGE = 200;

    private final Tenants tenants;
    private final Overview overview;
    private final PlanForm plans;
    private final InstantSource clock;

    TenantController(Tenants tenants, Overview overview, PlanForm plans, InstantSource clock) {
        this.tenants = tenants;
        this.overview = overview;
        this.plans = plans;
        this.clock = clock;
    }

    record FirstOwner(String login, String name, @Nullable String email) {}

    /// @param mailDomains none if absent
    /// @param state TRIAL or ACTIVE
    record SignUpRequest(
            String shortName,
            String name,
            @Nullable List<String> mailDomains,
            String language,
            String timeZone,
            TenantPlan plan,
            Organisation.State state,
            FirstOwner owner) {}

    record SignUpAnswer(TenantView organisation, OwnerInvitation invitation) {}

    record TenantList(List<TenantView> items, @Nullable String next) {}

    /// What is absent stays as it is.
    ///
    /// @param state TRIAL or ACTIVE: what it is while it is open
    record TenantChange(
            @Nullable String name,
            @Nullable List<String> mailDomains,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable TenantPlan plan,
            Organisation.@Nullable State state) {}

    /// @param reason shown to the organisation's people
    record TenantReason(String reason) {}

    /// @param reason kept in the organisation's trail and the operator's
    record LockOverride(String reason) {}

    /// @param q part of a name
    /// @param cursor `next` of the page before
    @GetMapping
    TenantList list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<Organisation.State> state,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, MAX_PAGE);
        var found =
                tenants.list(caller, new OrganisationSearch(q.strip(), state, cursor, size + 1));
        var items = found.stream().limit(size).toList();
        var figures = overview.figures(caller);
        return new TenantList(
                items.stream().map(each -> TenantView.of(each, use(each, figures))).toList(),
                found.size() > size ? items.getLast().shortName() : null);
    }

    @AcrossTenants
    @FreshProof(orLauncher = true)
    @ShownOnce
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SignUpAnswer signUp(Caller caller, @RequestBody SignUpRequest body) {
        var input = new Input();
        var plan = plans.clean(input, body.plan());
        var registration =
                Registration.clean(
                        input,
                        body.shortName(),
                        body.name(),
                        body.language(),
                        body.timeZone(),
                        body.mailDomains(),
                        plan,
                        body.state());
        var owner = body.owner();
        var cleanOwner = Owner.clean(input, owner.login(), owner.name(), owner.email());
        input.check();
        return answer(tenants.signUp(caller, registration, cleanOwner));
    }

    /// Invites the first owner of an organisation that has nobody: it came back from the store
    /// alone.
    @AcrossTenants
    @FreshProof(orLauncher = true)
    @ShownOnce
    @PostMapping("/{id}/owner")
    @ResponseStatus(HttpStatus.CREATED)
    SignUpAnswer inviteOwner(Caller caller, @PathVariable UUID id, @RequestBody FirstOwner body) {
        return answer(tenants.inviteOwner(caller, new TenantId(id), () -> owner(body)));
    }

    private static Owner owner(FirstOwner body) {
        var input = new Input();
        var owner = Owner.clean(input, body.login(), body.name(), body.email());
        input.check();
        return owner;
    }

    @GetMapping("/{id}")
    ResponseEntity<TenantView> get(Caller caller, @PathVariable UUID id) {
        var found = tenants.find(caller, new TenantId(id));
        return ResponseEntity.ok()
                .eTag(Version.etag(found.version()))
                .body(
                        TenantView.of(
                                found, use(found, overview.figures(caller)), locks(caller, found)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<TenantView> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TenantChange body) {
        var version = Version.of(ifMatch);
        return withVersion(
                tenants.change(caller, new TenantId(id), version, found -> edited(found, body)));
    }

    @AcrossTenants
    @PostMapping("/{id}/suspend")
    TenantView suspend(Caller caller, @PathVariable UUID id, @RequestBody TenantReason body) {
        return TenantView.of(tenants.suspend(caller, new TenantId(id), body.reason()));
    }

    @AcrossTenants
    @PostMapping("/{id}/resume")
    TenantView resume(Caller caller, @PathVariable UUID id) {
        return TenantView.of(tenants.resume(caller, new TenantId(id)));
    }

    @AcrossTenants
    @PostMapping("/{id}/close")
    TenantView close(Caller caller, @PathVariable UUID id, @RequestBody TenantReason body) {
        return TenantView.of(tenants.close(caller, new TenantId(id), body.reason()));
    }

    /// Has an organisation that waits for locks close, and be removable, nevertheless.
    @AcrossTenants
    @PostMapping("/{id}/override-locks")
    TenantView overrideLocks(Caller caller, @PathVariable UUID id, @RequestBody LockOverride body) {
        return TenantView.of(tenants.overrideLocks(caller, new TenantId(id), body.reason()));
    }

    /// Removes a closed organisation, or a demonstration, for good.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        tenants.remove(caller, new TenantId(id));
    }

    private Organisation edited(Organisation found, TenantChange body) {
        var input = new Input();
        var profile =
                found.profile()
                        .edited(
                                input,
                                body.name(),
                                body.language(),
                                body.timeZone(),
                                body.mailDomains());
        var plan = body.plan() == null ? found.plan() : plans.clean(input, body.plan());
        input.expect(
                body.state() == null || body.state().isOpen(),
                "state",
                "unknown",
                "An open organisation is TRIAL or ACTIVE.");
        input.check();
        var edited = found.with(profile).with(plan);
        return body.state() == null
                ? edited
                : edited.with(edited.standing().under(body.state(), clock.instant()));
    }

    private @Nullable TenantLocks locks(Caller caller, Organisation organisation) {
        return switch (organisation.state()) {
            case TRIAL, ACTIVE, SUSPENDED -> null;
            case CLOSING, CLOSED ->
                    tenants.locked(caller, organisation.id()).map(TenantLocks::of).orElse(null);
        };
    }

    private static TenantUse use(
            Organisation organisation, Map<String, Map<TenantId, Long>> figures) {
        return new TenantUse(
                figures.getOrDefault("people", Map.of()).getOrDefault(organisation.id(), 0L),
                figures.getOrDefault("storageBytes", Map.of()).getOrDefault(organisation.id(), 0L));
    }

    private static SignUpAnswer answer(SignedUp made) {
        return new SignUpAnswer(TenantView.of(made.organisation()), OwnerInvitation.of(made));
    }

    private static ResponseEntity<TenantView> withVersion(Organisation organisation) {
        return ResponseEntity.ok()
                .eTag(Version.etag(organisation.version()))
                .body(TenantView.of(organisation));
    }
}
