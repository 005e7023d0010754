package io.dure.platform.identity.web;

import io.dure.platform.identity.Accounts;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.InPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own password.
@RestController
class PasswordController {
    private final Accounts accounts;

    PasswordController(Accounts accounts) {
        this.accounts = accounts;
    }

    record PasswordChange(String old, String fresh) {}

    /// Changes it; every other browser is signed out. The old one is the fresh proof.
    @InPerson
    @PutMapping({"/api/o/{org}/me/password", "/api/console/me/password"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Caller caller, Visit visit, @RequestBody PasswordChange body) {
        accounts.changePassword(caller, visit.requireSession().id(), body.old(), body.fresh());
    }
}
