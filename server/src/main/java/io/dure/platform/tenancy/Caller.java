package io.dure.platform.tenancy;

/// Who acts: the first parameter of every service's verb.
///
/// @param address the network address the request came from, for the audit trail
public record Caller(TenantId tenant, PersonId person, Authority authority, String address) {
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
