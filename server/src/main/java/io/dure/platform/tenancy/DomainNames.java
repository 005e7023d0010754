package io.dure.platform.tenancy;

import java.net.IDN;
import java.util.Locale;

/// Domain names as people type them.
final class DomainNames {
    private DomainNames() {}

    /// @return the name in lower case and ASCII form (RFC 3490), or empty if it has none
    static String ascii(String name) {
        try {
            return IDN.toASCII(name.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
