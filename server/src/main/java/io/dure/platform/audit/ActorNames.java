package io.dure.platform.audit;

import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Map;

/// Who the ids of a trail are, as they are called today. Whoever knows the people answers; the
/// trail itself keeps ids only.
public interface ActorNames {
    /// @return the names of those people of the organisation in scope that are known
    Map<PersonId, String> of(Collection<PersonId> people);
}
