package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an organisation is called and where it is at home.
///
/// @param language IETF tag, `ko` or `en`
/// @param mailDomains lower case, in ASCII form, each of one organisation only
public record Profile(String name, String language, ZoneId timeZone, List<String> mailDomains) {
    private static final Set<String> LANGUAGES = Set.of("ko", "en");
    private static final int MAX_NAME = 100;
    private static final int MAX_DOMAINS = 20;

    /// RFC 1035 §2.3.1, with the relaxation of RFC 1123 §2.1 that a label may begin with a digit.
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]+");

    public Profile {
        mailDomains = List.copyOf(mailDomains);
    }

    /// Reads a profile from a form and notes what is wrong with it.
    static Profile clean(
            Input input,
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Collection<String> mailDomains) {
        return new Profile(
                input.text("name", name, 1, MAX_NAME),
                language(input, language),
                timeZone(input, timeZone),
                mailDomains(input, mailDomains == null ? List.of() : mailDomains));
    }

    /// This profile with what a form changed; what is null stays.
    public Profile edited(
            Input input,
            @Nullable String newName,
            @Nullable String newLanguage,
            @Nullable String newTimeZone,
            @Nullable Collection<String> newMailDomains) {
        return clean(
                input,
                newName == null ? name : newName,
                newLanguage == null ? language : newLanguage,
                newTimeZone == null ? timeZone.getId() : newTimeZone,
                newMailDomains == null ? mailDomains : newMailDomains);
    }

    private static String language(Input input, @Nullable String language) {
        var known = language != null && LANGUAGES.contains(language);
        input.expect(known, "language", "unknown", "The language is ko or en.");
        return known && language != null ? language : "en";
    }

    private static ZoneId timeZone(Input input, @Nullable String timeZone) {
        var known = timeZone != null && ZoneId.getAvailableZoneIds().contains(timeZone);
        input.expect(known, "timeZone", "unknown", "A time zone is named as Asia/Seoul is.");
        return ZoneId.of(known && timeZone != null ? timeZone : "UTC");
    }

    private static List<String> mailDomains(Input input, Collection<String> domains) {
        input.expect(
                domains.size() <= MAX_DOMAINS,
                "mailDomains",
                "too-many",
                "There may be at most " + MAX_DOMAINS + " mail domains.");
        return domains.stream()
                .limit(MAX_DOMAINS)
                .map(domain -> mailDomain(input, domain))
                .distinct()
                .sorted()
                .toList();
    }

    private static String mailDomain(Input input, String domain) {
        var ascii = DomainNames.ascii(domain);
        input.expect(
                DOMAIN.matcher(ascii).matches(),
                "mailDomains",
                "malformed",
                "A mail domain looks like example.com, not like " + domain + ".");
        return ascii;
    }
}
