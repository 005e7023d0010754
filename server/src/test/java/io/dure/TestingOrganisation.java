package io.dure;

import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.util.Map;

/// An organisation of a test's own, with an owner who is signed in.
///
/// @param shortName as in addresses
/// @param browser where the owner is signed in
public record TestingOrganisation(
        TenantId id,
        String shortName,
        PersonId owner,
        TestingBrowser browser,
        TestingSignUps signUps) {
    /// What every password in these organisations is.
    public static final String PASSWORD = "모과나무 아래서 읽은 책";

    /// @param path below the organisation's API, such as `/people`
    public String path(String path) {
        return "/api/o/" + shortName + path;
    }

    /// Somebody who came in by an invitation.
    public record Insider(PersonId id, String login, TestingBrowser browser) {}

    /// Enters a person, who signs in.
    public Insider member(String login) {
        return signUps.member(this, login);
    }

    /// Grants a role of the organisation's own, narrowed to a department.
    public void grantWithin(String department, String role, Insider person) {
        var subject = Map.of("kind", "PERSON", "id", person.id(), "withBelow", false);
        var grant = Map.of("role", role, "scope", department, "subject", subject);
        if (browser.post(path("/grants"), grant).status() != 201) {
            throw new IllegalStateException("not granted");
        }
    }

    /// A browser in which nobody is signed in.
    public TestingBrowser stranger() {
        return signUps.stranger();
    }

    /// Signs in by password, in the browser given.
    public TestingBrowser.Answer signIn(TestingBrowser browser, String login, String password) {
        return browser.post(path("/sessions"), Map.of("login", login, "password", password));
    }
}
