package io.dure.platform.identity.web;

import io.dure.platform.identity.SecondFactors;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.ShownOnce;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own authenticator app and recovery codes.
@RestController
@RequestMapping({"/api/o/{org}/me", "/api/console/me"})
class SecondFactorController {
    private final SecondFactors secondFactors;

    SecondFactorController(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    /// @param demanded whether the organisation demands one
    record SecondFactorsView(boolean demanded, boolean totp, int recoveryCodesLeft, int passkeys) {}

    /// @param secret to be typed where no camera is at hand
    /// @param uri for a QR code
    record TotpEnrolment(String secret, String uri) {}

    record TotpCode(String code) {}

    /// @param codes each good once, shown now and never again
    record RecoveryCodeList(List<String> codes) {}

    @BeforeSecondFactor
    @GetMapping("/second-factors")
    SecondFactorsView overview(Caller caller, Organisation organisation) {
        var overview = secondFactors.overview(caller.person());
        return new SecondFactorsView(
                organisation.secondFactorDemanded(),
                overview.totp(),
                overview.recoveryCodesLeft(),
                overview.passkeys());
    }

    /// Begins to set an authenticator app up; repeated, it begins anew.
    @InPerson
    @FreshProof
    @BeforeSecondFactor
    @ShownOnce
    @PostMapping("/totp")
    @ResponseStatus(HttpStatus.CREATED)
    TotpEnrolment begin(Caller caller) {
        var enrolment = secondFactors.begin(caller);
        return new TotpEnrolment(enrolment.secret(), enrolment.uri());
    }

    /// Ends setting up with a code that the app shows. Other browsers are signed out.
    @InPerson
    @FreshProof
    @BeforeSecondFactor
    @ShownOnce
    @PostMapping("/totp/confirmation")
    RecoveryCodeList confirm(
            Caller caller, Visit visit, Browser browser, @RequestBody TotpCode body) {
        var confirmed = secondFactors.confirm(caller, visit.requireSession(), body.code());
        browser.stay(confirmed.session());
        return new RecoveryCodeList(confirmed.recoveryCodes());
    }

    @InPerson
    @FreshProof
    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller) {
        secondFactors.removeTotp(caller);
    }

    /// Makes ten new recovery codes; those before are void.
    @InPerson
    @FreshProof
    @ShownOnce
    @PostMapping("/recovery-codes")
    @ResponseStatus(HttpStatus.CREATED)
    RecoveryCodeList renew(Caller caller) {
        return new RecoveryCodeList(secondFactors.renewRecoveryCodes(caller));
    }
}
