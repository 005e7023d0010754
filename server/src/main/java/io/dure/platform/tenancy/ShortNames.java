package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names by which addresses tell organisations apart. They are host names too
/// (`SHORTNAME.s3.DOMAIN`), hence the letters, and hence the names that are kept free.
final class ShortNames {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,29}[a-z0-9]");

    private static final Set<String> RESERVED =
            Set.of(
                    "about",
                    "account",
                    "accounts",
                    "admin",
                    "administrator",
                    "api",
                    "app",
                    "apps",
                    "assets",
                    "auth",
                    "autoconfig",
                    "autodiscover",
                    "billing",
                    "blog",
                    "caldav",
                    "carddav",
                    "cdn",
                    "cloud",
                    "console",
                    "demo",
                    "dev",
                    "docs",
                    "download",
                    "dure",
                    "files",
                    "ftp",
                    "healthz",
                    "help",
                    "home",
                    "hostmaster",
                    "imap",
                    "invite",
                    "jmap",
                    "live",
                    "localhost",
                    "login",
                    "mail",
                    "metrics",
                    "mx",
                    "new",
                    "ns",
                    "ns1",
                    "ns2",
                    "oauth",
                    "oidc",
                    "operator",
                    "pop",
                    "pop3",
                    "postmaster",
                    "public",
                    "readyz",
                    "root",
                    "s3",
                    "security",
                    "sign-in",
                    "sign-up",
                    "signin",
                    "signup",
                    "smtp",
                    "sso",
                    "start",
                    "static",
                    "status",
                    "storage",
                    "support",
                    "system",
                    "test",
                    "turn",
                    "web",
                    "webmail",
                    "www");

    private ShortNames() {}

    static String clean(Input input, @Nullable String shortName) {
        var name = input.text("shortName", shortName, 2, 31).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return name;
        }
        input.expect(
                FORM.matcher(name).matches(),
                "shortName",
                "malformed",
                "A short name has letters a to z, digits and hyphens, and begins with a letter.");
        input.expect(
                !RESERVED.contains(name),
                "shortName",
                "reserved",
                "The name " + name + " is reserved.");
        return name;
    }
}
