package io.dure.cloud.console.web;

import io.dure.cloud.console.Owner;
import io.dure.cloud.console.SelfSignUp;
import io.dure.cloud.console.Strangers;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Registration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing one's own organisation up, and the operator's switch for that.
@RestController
class SignUpController {
    private final Strangers strangers;
    private final SelfSignUp selfSignUp;
    private final PlanForm plans;

    SignUpController(Strangers strangers, SelfSignUp selfSignUp, PlanForm plans) {
        this.strangers = strangers;
        this.selfSignUp = selfSignUp;
        this.plans = plans;
    }

    record SelfSignUpSettings(boolean open, TenantPlan plan) {}

    record SelfSignUpState(boolean open) {}

    record SelfSignUpRequest(
            @Nullable String shortName,
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String login,
            @Nullable String ownerName,
            @Nullable String email) {}

    @GetMapping("/api/console/self-sign-up")
    ResponseEntity<SelfSignUpSettings> settings(Caller caller) {
        return answer(selfSignUp.find(caller));
    }

    /// Says whether strangers may sign organisations up, and what they get.
    @FreshProof
    @PutMapping("/api/console/self-sign-up")
    ResponseEntity<SelfSignUpSettings> change(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SelfSignUpSettings body) {
        var input = new Input();
        var plan = plans.clean(input, body.plan());
        input.check();
        var offer = new SelfSignUp.Offer(body.open(), plan);
        return answer(selfSignUp.change(caller, Version.of(ifMatch), offer));
    }

    @Open
    @GetMapping("/api/sign-up")
    SelfSignUpState state() {
        return new SelfSignUpState(strangers.areWelcome());
    }

    /// Signs an organisation up on trial, where the operator lets strangers do so.
    @Open
    @PostMapping("/api/sign-up")
    @ResponseStatus(HttpStatus.CREATED)
    OwnerInvitation signUp(@RequestBody SelfSignUpRequest body, HttpServletRequest request) {
        var plan = strangers.plan();
        var input = new Input();
        var registration =
                Registration.clean(
                        input,
                        body.shortName(),
                        body.name(),
                        body.language(),
                        body.timeZone(),
                        List.of(),
                        plan,
                        State.TRIAL);
        var owner = Owner.clean(input, body.login(), body.ownerName(), body.email());
        input.check();
        return OwnerInvitation.of(
                strangers.signUp(String.valueOf(request.getRemoteAddr()), registration, owner));
    }

    private static ResponseEntity<SelfSignUpSettings> answer(SelfSignUp.Standing standing) {
        var offer = standing.offer();
        return ResponseEntity.ok()
                .eTag(Version.etag(standing.version()))
                .body(new SelfSignUpSettings(offer.open(), TenantPlan.of(offer.plan())));
    }
}
