package io.dure.platform.identity;

import java.util.Optional;

/// From where somebody signs in.
///
/// @param address network address
/// @param userAgent as the browser names itself
/// @param device what the browser was given when somebody first signed in with it
public record Place(String address, String userAgent, Optional<Secret> device) {
    /// What stands for the machine or the home that an address belongs to: an IPv6 customer has a
    /// whole /64 (RFC 6177), so single addresses of it count as one.
    String source() {
        var groups = address.split(":", -1);
        return groups.length < 5
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
