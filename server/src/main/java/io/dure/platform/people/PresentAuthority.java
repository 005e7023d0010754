package io.dure.platform.people;

import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.PersonId;

/// What people of the organisation in scope may do now, for what is done in the name of somebody
/// who is not there. Another module answers it.
public interface PresentAuthority {
    /// @return none for somebody who is deactivated, or whom there is not
    Authority of(PersonId person);
}
