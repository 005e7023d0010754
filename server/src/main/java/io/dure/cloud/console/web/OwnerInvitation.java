package io.dure.cloud.console.web;

import io.dure.cloud.console.SignedUp;
import io.dure.platform.tenancy.PersonId;

/// How a new organisation's owner comes in.
///
/// @param path of the page where the owner sets a password; works once, shown once
record OwnerInvitation(PersonId person, String path) {
    static OwnerInvitation of(SignedUp made) {
        return new OwnerInvitation(
                made.owner(),
                "/o/"
                        + made.organisation().shortName()
                        + "/invitation?token="
                        + made.invitation().text());
    }
}
