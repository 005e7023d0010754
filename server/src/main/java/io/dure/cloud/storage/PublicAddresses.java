package io.dure.cloud.storage;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses an organisation may have this server connect to: those that anybody on the
/// Internet reaches, and nothing behind our own walls. IANA IPv4 and IPv6 Special-Purpose Address
/// Registries.
final class PublicAddresses {
    private PublicAddresses() {}

    /// The address to connect to for a name, all of whose addresses must be public. Whoever
    /// connects uses this one: a name that is looked up again may mean another.
    ///
    /// @throws IOException if the name is unknown, or means an address that is not public
    static InetAddress resolve(String host, boolean anyAddress, HookPost.Lookup lookup)
            throws IOException {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var addresses = lookup.all(name);
        for (var address : addresses) {
            if (!anyAddress && !isPublic(address)) {
                throw new IOException("The address of " + host + " is not a public one.");
            }
        }
        return addresses[0];
    }

    /// IPv4 addresses written as IPv6 (`::ffff:127.0.0.1`) come here as IPv4.
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127; // shared by carriers, RFC 6598
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                    second != 168
                            && !(second == 0 && (third == 0 || third == 2))
                            && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /// Global unicast only, and of it nothing that is translated to an IPv4 address or is
    /// documentation.
    private static boolean isPublic6(byte[] bytes) {
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return (first & 0xe000) == 0x2000
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && first != 0x2002
                && !(first == 0x3fff && second < 0x1000);
    }
}
