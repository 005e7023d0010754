package io.dure;

import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;

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

    /// A browser in which nobody is signed in.
    public TestingBrowser stranger() {
        return signUps.stranger();
    }

    /// Signs in by password, in the browser given.
    public TestingBrowser.Answer signIn(TestingBrowser browser, String login, String password) {
        return browser.post(
                path("/sessions"), java.util.Map.of("login", login, "password", password));
    }
}
