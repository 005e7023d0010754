package io.dure.platform.identity;

import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People from elsewhere who may look into the organisation in scope for a while, such as the
/// operator's support. Whoever decides on them publishes a bean.
public interface Visitors {
    /// Who comes with this secret, as long as they may.
    Optional<Visitor> of(Secret secret);

    /// Those who came in and may still look, for its people to see.
    List<Presence> present();

    /// @param name as the organisation's people know the visitor
    /// @param until when the visit ends at the latest
    record Presence(String name, Instant until) {}

    /// @param person of the organisation that the visitor belongs to
    /// @param authority what they may see
    record Visitor(PersonId person, Authority authority) {}
}
