package io.dure.platform.tenancy;

/// Who acts: the first parameter of every service's verb.
///
/// @param tenant whose rows the caller sees
/// @param person of that organisation, or of the operator's where the origin says so
/// @param address the network address the request came from, for the audit trail
/// @param presence how surely it is the person who acts
public record Caller(
        TenantId tenant,
        PersonId person,
        Authority authority,
        String address,
        Origin origin,
        Presence presence) {
    /// A program that acts for a person of the organisation.
    public Caller(TenantId tenant, PersonId person, Authority authority, String address) {
        this(tenant, person, authority, address, Origin.ORGANISATION, Presence.NONE);
    }

    /// A person as of today, who had proved who they are when they entered what is done now.
    public static Caller author(TenantId tenant, PersonId person, Authority authority) {
        return new Caller(tenant, person, authority, "", Origin.ORGANISATION, Presence.PROVED);
    }

    /// Where a caller comes from.
    public enum Origin {
        ORGANISATION,
        /// One of the operator's staff, whom the organisation's owners let in for a while.
        SUPPORT
    }

    /// How surely a caller is the person, and not somebody with what is theirs.
    public enum Presence {
        /// A program with a token, or the server itself.
        NONE,
        /// A browser in which the person signed in once.
        SESSION,
        /// A browser in which the person proved within the last minutes who they are.
        PROVED
    }

    /// @throws SessionNeededException if it is a program that calls
    public void requireSession() {
        if (presence == Presence.NONE) {
            throw new SessionNeededException();
        }
    }

    /// @throws SessionNeededException if it is a program that calls
    /// @throws ProofNeededException if the person last proved too long ago who they are
    public void requireFreshProof() {
        requireSession();
        if (presence != Presence.PROVED) {
            throw new ProofNeededException();
        }
    }

    /// @throws ForbiddenException unless the caller may do this in the whole organisation
    public void require(Capability capability) {
        if (!authority.allows(capability)) {
            throw new ForbiddenException(capability);
        }
    }

    /// @throws ForbiddenException unless the caller may do this to what belongs to the department
    public void require(Capability capability, DepartmentId department) {
        if (!authority.allows(capability, department)) {
            throw new ForbiddenException(capability);
        }
    }

    public boolean may(Capability capability) {
        return authority.allows(capability);
    }
}
