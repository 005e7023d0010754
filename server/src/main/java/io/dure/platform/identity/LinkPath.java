package io.dure.platform.identity;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.TenantId;
import java.util.Locale;

/// Where the pages for one-time links are.
///
/// @param root of the organisation's pages, `/o/ORG` or `/console`
public record LinkPath(String root) {
    public static LinkPath of(Organisation organisation) {
        return new LinkPath(
                organisation.id().equals(TenantId.OPERATOR)
                        ? "/console"
                        : "/o/" + organisation.shortName());
    }

    public String to(Links.Purpose purpose, Secret secret) {
        return root + "/" + purpose.name().toLowerCase(Locale.ROOT) + "?token=" + secret.text();
    }
}
