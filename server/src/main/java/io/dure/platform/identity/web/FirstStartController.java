package io.dure.platform.identity.web;

import io.dure.platform.identity.FirstOperator;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.SignIn;
import io.dure.platform.tenancy.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The first page of a new cloud.
@RestController
class FirstStartController {
    private final FirstOperator firstOperator;
    private final SignIn signIn;

    FirstStartController(FirstOperator firstOperator, SignIn signIn) {
        this.firstOperator = firstOperator;
        this.signIn = signIn;
    }

    /// @param token of the link that was printed where the server was started
    record FirstStartRequest(String token, String login, String name, String password) {}

    /// Makes the first operator, and signs them in.
    @Open
    @PostMapping("/api/console/first-start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(
            Visit visit,
            @RequestBody FirstStartRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        firstOperator.enter(new Secret(body.token()), body.login(), body.name(), body.password());
        var secret =
                signIn.byPassword(body.login(), body.password(), SessionController.place(request));
        SessionCookie.write(request, response, visit.organisation().shortName(), secret);
    }
}
