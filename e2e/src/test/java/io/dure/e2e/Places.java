package io.dure.e2e;

import java.util.List;
import java.util.stream.Stream;

/// Every page of the web app; a new one adds its line, and is then looked at in every way. What
/// stands in braces is for [TestingCloud#at] to fill in.
final class Places {
    /// Seen by whoever comes by.
    static final List<String> OPEN =
            List.of(
                    "/",
                    "/sign-up",
                    "/start",
                    "/console/sign-in",
                    "/console/forgotten",
                    "/o/hanbit/sign-in",
                    "/o/hanbit/forgotten",
                    "/o/hanbit/{invitation}",
                    "/dev/ui");

    /// Seen by the owner of an organisation.
    static final List<String> ORGANISATION =
            List.of(
                    "/o/hanbit",
                    "/o/hanbit/directory",
                    "/o/hanbit/directory/chart",
                    "/o/hanbit/people/{person}",
                    "/o/hanbit/storage",
                    "/o/hanbit/storage/buckets",
                    "/o/hanbit/storage/buckets/{bucket}",
                    "/o/hanbit/storage/buckets/{bucket}/settings",
                    "/o/hanbit/storage/damages",
                    "/o/hanbit/storage/keys",
                    "/o/hanbit/storage/webhooks",
                    "/o/hanbit/storage/usage",
                    "/o/hanbit/account",
                    "/o/hanbit/account/profile",
                    "/o/hanbit/account/security",
                    "/o/hanbit/account/sessions",
                    "/o/hanbit/account/tokens",
                    "/o/hanbit/admin",
                    "/o/hanbit/admin/organisation",
                    "/o/hanbit/admin/people",
                    "/o/hanbit/admin/people/{person}",
                    "/o/hanbit/admin/import",
                    "/o/hanbit/admin/groups",
                    "/o/hanbit/admin/departments",
                    "/o/hanbit/admin/designations",
                    "/o/hanbit/admin/reorganisations",
                    "/o/hanbit/admin/roles",
                    "/o/hanbit/admin/support",
                    "/o/hanbit/admin/audit");

    /// Seen by the operator.
    static final List<String> CONSOLE =
            List.of(
                    "/console",
                    "/console/operators",
                    "/console/operators/{operator}",
                    "/console/roles",
                    "/console/organisations",
                    "/console/organisations/{organisation}",
                    "/console/usage",
                    "/console/audit",
                    "/console/account",
                    "/console/account/security",
                    "/console/account/sessions",
                    "/console/account/tokens");

    private Places() {}

    static Stream<String> all() {
        return Stream.of(OPEN, ORGANISATION, CONSOLE).flatMap(List::stream);
    }

    /// @return a place as a file's name
    static String fileName(String place) {
        return place.equals("/")
                ? "door"
                : place.substring(1).replace('/', '-').replaceAll("[{}]", "");
    }
}
