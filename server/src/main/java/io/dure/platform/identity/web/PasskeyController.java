package io.dure.platform.identity.web;

import io.dure.platform.identity.Passkey;
import io.dure.platform.identity.Passkeys;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.web.Browser.SignInAnswer;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Open;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Passkeys: Web Authentication Level 3. What it asks of browsers is in the form that
/// `PublicKeyCredential.parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` read, what
/// they answer is what `toJSON` writes.
@RestController
@RequestMapping({"/api/o/{org}", "/api/console"})
class PasskeyController {
    private final Passkeys passkeys;

    PasskeyController(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    record PasskeyView(UUID id, String name, Instant createdAt, Instant usedAt) {}

    record PasskeyList(List<PasskeyView> items) {}

    record PasskeyOptions(Map<String, Object> publicKey) {}

    /// @param credential what the browser made
    record NewPasskey(String name, Map<String, Object> credential) {}

    record PasskeyName(String name) {}

    record PasskeyProof(Map<String, Object> credential) {}

    @BeforeSecondFactor
    @GetMapping("/me/passkeys")
    PasskeyList list(Caller caller) {
        return new PasskeyList(
                passkeys.list(caller).stream().map(PasskeyController::view).toList());
    }

    /// Begins to register a passkey.
    @InPerson
    @FreshProof
    @BeforeSecondFactor
    @PostMapping("/me/passkeys/options")
    PasskeyOptions beginRegistration(Caller caller, Browser browser) {
        return browser.ask(passkeys.beginRegistration(caller, browser.site()));
    }

    /// Keeps the passkey that the browser made.
    @InPerson
    @FreshProof
    @BeforeSecondFactor
    @PostMapping("/me/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    PasskeyList register(
            Caller caller, Visit visit, Browser browser, @RequestBody NewPasskey body) {
        var session =
                passkeys.register(
                        caller,
                        visit.requireSession(),
                        browser.site(),
                        browser.challenge().orElseThrow(SignInNeededException::new),
                        body.name(),
                        body.credential());
        browser.stay(session);
        return list(caller);
    }

    @InPerson
    @PutMapping("/me/passkeys/{passkey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(Caller caller, @PathVariable UUID passkey, @RequestBody PasskeyName body) {
        passkeys.rename(caller, passkey, body.name());
    }

    @InPerson
    @FreshProof
    @DeleteMapping("/me/passkeys/{passkey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID passkey) {
        passkeys.remove(caller, passkey);
    }

    /// Begins to sign in without a password.
    @Open
    @PostMapping("/sessions/passkey/options")
    PasskeyOptions beginSignIn(Browser browser) {
        return browser.ask(passkeys.beginSignIn(browser.site()));
    }

    /// Signs in whoever the passkey belongs to.
    @Open
    @PostMapping("/sessions/passkey")
    SignInAnswer signIn(Browser browser, @RequestBody PasskeyProof body) {
        var asked = browser.challenge().orElseThrow(SignInNeededException::new);
        return browser.take(
                passkeys.signIn(browser.site(), asked, body.credential(), browser.place()));
    }

    private static PasskeyView view(Passkey passkey) {
        return new PasskeyView(passkey.id(), passkey.name(), passkey.createdAt(), passkey.usedAt());
    }
}
