package io.dure.platform.identity.web;

import io.dure.platform.identity.Secret;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.Visitors;
import io.dure.platform.tenancy.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
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
    void enter(
            Visit visit,
            @RequestBody VisitRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = new Secret(body.token());
        if (visitors.stream().noneMatch(each -> each.of(secret).isPresent())) {
            throw new SignInNeededException();
        }
        BrowserCookie.session(visit.organisation().shortName()).write(request, response, secret);
    }
}
