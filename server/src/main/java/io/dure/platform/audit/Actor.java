package io.dure.platform.audit;

import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.util.Optional;

/// Who an entry of the trail says has acted.
///
/// @param person set for people and operators
/// @param address the network address they acted from; empty where there is none
public record Actor(Kind kind, Optional<PersonId> person, String address) {
    /// A job of Dure itself, such as a transfer that takes effect today.
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty(), "");

    public enum Kind {
        /// A person of the organisation whose trail it is.
        PERSON,
        /// A member of the operator's staff, in an organisation's trail.
        OPERATOR,
        SYSTEM,
        /// Somebody who is not signed in.
        STRANGER
    }

    /// @return somebody who is not signed in
    public static Actor stranger(String address) {
        return new Actor(Kind.STRANGER, Optional.empty(), address);
    }

    /// A person who has just proved who they are, before there is a caller.
    public static Actor person(PersonId person, String address) {
        return new Actor(Kind.PERSON, Optional.of(person), address);
    }

    /// @param trail the organisation whose trail the entry goes to
    static Actor of(Caller caller, TenantId trail) {
        var own = caller.tenant().equals(trail) && caller.origin() == Caller.Origin.ORGANISATION;
        var kind = own ? Kind.PERSON : Kind.OPERATOR;
        return new Actor(kind, Optional.of(caller.person()), caller.address());
    }
}
