package io.dure.platform.tenancy;

/// Who acts: the first parameter of every service's verb.
///
/// @param tenant whose rows the caller sees
/// @param person of that organisation, or of the operator's where the origin says so
/// @param address the network address the request came from, for the audit trail
public record Caller(
        TenantId tenant, PersonId person, Authority authority, String address, Origin origin) {
    /// A person of the organisation.
    public Caller(TenantId tenant, PersonId person, Authority authority, String address) {
        this(tenant, person, authority, address, Origin.ORGANISATION);
    }

    /// Where a caller comes from.
    public enum Origin {
        ORGANISATION,
        /// One of the operator's staff, whom the organisation's owners let in for a while.
        SUPPORT
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
