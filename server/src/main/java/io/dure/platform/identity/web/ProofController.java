package io.dure.platform.identity.web;

import io.dure.platform.identity.Passkeys;
import io.dure.platform.identity.Proofs;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.web.PasskeyController.PasskeyOptions;
import io.dure.platform.identity.web.PasskeyController.PasskeyProof;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.EachTime;
import io.dure.platform.tenancy.InPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Proving anew who one is, by whatever one signs in with: asked for by operations that answer
/// `proof-needed`, and good for ten minutes in this browser.
@RestController
@RequestMapping({"/api/o/{org}/me/proof", "/api/console/me/proof"})
class ProofController {
    private final Proofs proofs;
    private final Passkeys passkeys;

    ProofController(Proofs proofs, Passkeys passkeys) {
        this.proofs = proofs;
        this.passkeys = passkeys;
    }

    record PasswordProof(String password) {}

    /// @param code of the authenticator app, or a recovery code
    record CodeProof(String code) {}

    @EachTime
    @InPerson
    @BeforeSecondFactor
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void byPassword(Caller caller, Visit visit, @RequestBody PasswordProof body) {
        proofs.byPassword(caller, visit.requireSession(), body.password());
    }

    @EachTime
    @InPerson
    @BeforeSecondFactor
    @PostMapping("/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void byCode(Caller caller, Visit visit, @RequestBody CodeProof body) {
        proofs.byCode(caller, visit.requireSession(), body.code());
    }

    /// Begins to prove it by a passkey.
    @EachTime
    @InPerson
    @BeforeSecondFactor
    @PostMapping("/passkey/options")
    PasskeyOptions beginPasskey(Caller caller, Browser browser) {
        return browser.ask(passkeys.beginProof(caller, browser.site()));
    }

    @EachTime
    @InPerson
    @BeforeSecondFactor
    @PostMapping("/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void byPasskey(Caller caller, Visit visit, Browser browser, @RequestBody PasskeyProof body) {
        passkeys.prove(
                caller,
                visit.requireSession(),
                browser.site(),
                browser.challenge().orElseThrow(SignInNeededException::new),
                body.credential());
    }
}
