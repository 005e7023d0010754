package io.dure.platform.identity.web;

import io.dure.platform.identity.Secret;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.Visitors;
import io.dure.platform.tenancy.Open;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The door for visitors: turns the secret that they were given into this browser's cookie.
@RestController
class VisitController {
    private final List<Visitors> visitors;

    VisitController(List<Visitors> visitors) {
        this.visitors = List.copyOf(visitors);
    }

    /// @param token as the console gave it
    record VisitRequest(String token) {}

    @Open
    @PostMapping("/api/o/{org}/visit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(Browser browser, @RequestBody VisitRequest body) {
        var secret = new Secret(body.token());
        if (visitors.stream().noneMatch(each -> each.of(secret).isPresent())) {
            throw new SignInNeededException();
        }
        browser.stay(secret);
    }

    /// Ends the visit in this browser. Whoever is signed in signs out instead.
    @Open
    @DeleteMapping("/api/o/{org}/visit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Visit visit, Browser browser) {
        if (visit.session().isEmpty()) {
            browser.leave();
        }
    }
}
