package io.dure.e2e;

import java.util.List;

/// What opens over a page; a new one adds its line, and is then looked at in every way.
///
/// @param place the page, as in [Places]
/// @param button the key of the text of the button that opens it
record Panel(String place, String button) {
    static final List<Panel> ALL =
            List.of(
                    new Panel("/o/hanbit/storage/buckets", "buckets.add"),
                    new Panel("/o/hanbit/storage/buckets/{bucket}", "buckets.limits"),
                    new Panel(
                            "/o/hanbit/storage/buckets/{bucket}/settings",
                            "bucketSettings.telling.add"),
                    new Panel("/o/hanbit/storage/keys", "keys.add"),
                    new Panel("/o/hanbit/storage/webhooks", "webhooks.add"),
                    new Panel("/o/hanbit/account/security", "secondFactor.setUp"),
                    new Panel("/o/hanbit/account/tokens", "tokens.add"),
                    new Panel("/o/hanbit/admin/people", "people.add"),
                    new Panel("/o/hanbit/admin/groups", "groups.add"),
                    new Panel("/o/hanbit/admin/departments", "departments.add"),
                    new Panel("/o/hanbit/admin/reorganisations", "reorganisations.add"),
                    new Panel("/o/hanbit/admin/roles", "roles.add"),
                    new Panel("/o/hanbit/admin/roles", "grants.add"),
                    new Panel("/console/organisations", "organisations.add"),
                    new Panel("/console/organisations", "selfSignUp.title"),
                    new Panel("/console/operators", "operators.add"));

    String fileName() {
        return Places.fileName(place) + "-" + button.replace('.', '-');
    }
}
