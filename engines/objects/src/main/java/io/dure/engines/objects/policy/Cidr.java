package io.dure.engines.objects.policy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of IPv4 or IPv6 addresses. RFC 4632; RFC 4291 §2.3.
///
/// @param network its first address; an IPv4 address within IPv6 is the IPv4 address
/// @param prefixBits how many leading bits are the same for all
record Cidr(InetAddress network, int prefixBits) {
    private static final Pattern SYNTAX = Pattern.compile("([^/]*)(?:/(\\d{1,3}))?");

    /// Digits and dots, or hexadecimal digits, colons and dots: no names and no zones, which
    /// somebody would have to be asked about.
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// Of an IPv4 address within IPv6.
    private static final int LONGEST_LITERAL = 45;

    /// `192.0.2.0/24`, `2001:db8::/32`, or one address. Bits behind the prefix are ignored, as S3
    /// ignores them.
    static Optional<Cidr> parse(String text) {
        var syntax = SYNTAX.matcher(text);
        if (!syntax.matches()) {
            return Optional.empty();
        }
        return address(syntax.group(1))
                .flatMap(address -> {
                    var bits = address.getAddress().length * 8;
                    var prefix =
                            Optional.ofNullable(syntax.group(2)).map(Integer::valueOf).orElse(bits);
                    return prefix <= bits
                            ? Optional.of(new Cidr(address, prefix))
                            : Optional.empty();
                });
    }

    /// A literal address, without asking any name service.
    static Optional<InetAddress> address(String literal) {
        if (literal.length() > LONGEST_LITERAL || !LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        var bytes = prefixBits / 8;
        var rest = prefixBits % 8;
        return Arrays.equals(mine, 0, bytes, other, 0, bytes)
                && (rest == 0 || ((mine[bytes] ^ other[bytes]) & 0xff) >> (8 - rest) == 0);
    }

    /// Whether it is narrow enough for S3 to call it fixed.
    boolean isFixed() {
        return prefixBits >= (network.getAddress().length == 4 ? 8 : 32);
    }
}
