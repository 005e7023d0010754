package io.dure.platform.identity.web;

import io.dure.platform.identity.Accounts;
import io.dure.platform.identity.LinkPath;
import io.dure.platform.identity.Links;
import io.dure.platform.identity.Place;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.TooManyTriesException;
import io.dure.platform.identity.web.Browser.SignInAnswer;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.ShownOnce;
import io.dure.platform.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One-time links: invitations, and new passwords for those who forgot theirs.
@RestController
@RequestMapping({"/api/o/{org}", "/api/console"})
class LinkController {
    private static final Logger LOG = LoggerFactory.getLogger(LinkController.class);

    private final Accounts accounts;

    LinkController(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param path of the page to open, from the root of this Dure; shown now and never again
    /// @param mailed whether the person was sent it, too
    record LinkView(String path, Links.Purpose purpose, boolean mailed) {}

    record LinkToken(String token) {}

    record AddresseeView(String name, String login, Links.Purpose purpose, String organisation) {}

    record LinkUse(String token, String password) {}

    record ForgottenPassword(String login) {}

    /// Makes a link with which the person sets a password: the first one, or a new one.
    @InPerson
    @FreshProof
    @ShownOnce
    @PostMapping("/people/{person}/link")
    @ResponseStatus(HttpStatus.CREATED)
    LinkView create(Caller caller, Organisation organisation, @PathVariable PersonId person) {
        var path = LinkPath.of(organisation);
        var link = accounts.link(caller, person, path);
        return new LinkView(path.to(link.purpose(), link.secret()), link.purpose(), link.mailed());
    }

    /// Whom a link is for; does not use it up.
    @Open
    @PostMapping("/links/look")
    AddresseeView look(Organisation organisation, @RequestBody LinkToken body) {
        var addressee = accounts.look(new Secret(body.token()));
        return new AddresseeView(
                addressee.name(), addressee.login(), addressee.purpose(), organisation.name());
    }

    /// Sets the password and signs in.
    @Open
    @PostMapping("/links/use")
    SignInAnswer use(Browser browser, @RequestBody LinkUse body) {
        return browser.take(
                accounts.enter(new Secret(body.token()), body.password(), browser.place()));
    }

    /// Mails a link for a new password, if there is such a person with a mail address. The answer
    /// is always the same, at once.
    @Open
    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgot(Organisation organisation, Browser browser, @RequestBody ForgottenPassword body) {
        var place = browser.place();
        var path = LinkPath.of(organisation);
        Thread.ofVirtual()
                .name("password-reset")
                .uncaughtExceptionHandler((_, e) -> LOG.warn("reset.failed", e))
                .start(() ->
                        TenantScope.run(
                                organisation.id(), () -> forgot(body.login(), place, path)));
    }

    private void forgot(String login, Place place, LinkPath path) {
        try {
            accounts.forgot(login, place, path);
        } catch (TooManyTriesException e) {
            // Nobody waits for the answer, and strangers could fill the log with it.
            LOG.debug("reset.too-early", e);
        }
    }
}
