package io.dure.platform.identity.web;

import io.dure.platform.identity.FirstOperator;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.SignIn;
import io.dure.platform.identity.web.Browser.SignInAnswer;
import io.dure.platform.tenancy.Open;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    SignInAnswer start(Browser browser, @RequestBody FirstStartRequest body) {
        firstOperator.enter(new Secret(body.token()), body.login(), body.name(), body.password());
        return browser.take(signIn.byPassword(body.login(), body.password(), browser.place()));
    }
}
