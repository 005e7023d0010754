package io.dure.platform.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/// The proxies in front.
public final class Proxies {
    private static final String ANY = "true";

    /// Empty if there is one, whatever its address, and nobody else reaches the port.
    private final InetAddressSet known = new InetAddressSet();

    private Proxies(List<String> known) {
        if (known.stream().anyMatch(String::isBlank)) {
            // It would be taken for this machine's own address.
            throw new IllegalArgumentException("An address is missing.");
        }
        this.known.addAll(known);
    }

    /// @param text addresses and networks with commas between, `192.0.2.7,10.0.0.0/8`, or `true` if
    ///   there is one and nobody else reaches the port
    /// @throws IllegalArgumentException if it is neither
    public static Proxies parse(String text) {
        return text.strip().equalsIgnoreCase(ANY)
                ? new Proxies(List.of())
                : new Proxies(List.of(text.strip().split("\\s*,\\s*", -1)));
    }

    /// Whether they are known by their addresses.
    boolean areKnown() {
        return !known.isEmpty();
    }

    /// Whether a peer is one.
    boolean hasProxyAt(InetAddress address) {
        return known.isEmpty() || known.test(address);
    }

    /// Whether an address that a proxy named is the next proxy's.
    boolean hasFurtherProxyAt(InetAddress address) {
        return known.test(address);
    }

    /// An address as proxies write it: with a port or without, IPv6 with brackets or without. Never
    /// a name, which would have to be looked up.
    static Optional<InetAddress> literal(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(hop));
        } catch (IllegalArgumentException e) {
            return withPort(hop);
        }
    }

    private static Optional<InetAddress> withPort(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(new HostPort(hop).getHost()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
