package io.dure.platform.identity.web;

import io.dure.platform.identity.Admission;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Other people's ways in, for administrators.
@RestController
@RequestMapping({"/api/o/{org}/people/{person}", "/api/console/people/{person}"})
class AccountController {
    private final Admission admission;

    AccountController(Admission admission) {
        this.admission = admission;
    }

    /// @param sessions in how many browsers the person is signed in
    record AccountView(int sessions, boolean totp, int passkeys) {}

    @GetMapping("/account")
    AccountView account(Caller caller, @PathVariable PersonId person) {
        var ways = admission.of(caller, person);
        return new AccountView(
                ways.sessions(), ways.secondFactors().totp(), ways.secondFactors().passkeys());
    }

    /// Signs the person out everywhere and ends their access tokens.
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable PersonId person) {
        admission.end(caller, person);
    }

    /// Takes off a second factor that the person lost.
    @InPerson
    @FreshProof
    @DeleteMapping("/second-factors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactors(Caller caller, @PathVariable PersonId person) {
        admission.resetSecondFactors(caller, person);
    }
}
