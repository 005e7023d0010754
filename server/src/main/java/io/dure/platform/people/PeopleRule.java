package io.dure.platform.people;

import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Set;

/// What another module has to say before people change; it refuses by throwing a problem. Asked in
/// the transaction of the change.
public interface PeopleRule {
    /// @throws io.dure.platform.problem.ProblemException if the person must stay
    void beforeDeactivation(Caller caller, PersonId person);

    /// @param person who is deactivated, and gets back what they held
    /// @throws io.dure.platform.problem.ProblemException if the caller may not give it
    void beforeReactivation(Caller caller, PersonId person);

    /// @param people whose logins or mail addresses will change: new passwords are sent there
    /// @throws io.dure.platform.problem.ProblemException if the caller may not get into the
    ///   accounts
    void beforeAddresses(Caller caller, Set<PersonId> people);

    /// @param gained posts that people will fill and do not now
    /// @throws io.dure.platform.problem.ProblemException if the caller may not give them
    void beforePosts(Caller caller, Set<Post> gained);

    /// @param moved a department that will stand, with all below it, below one of the parents
    /// @throws io.dure.platform.problem.ProblemException if the caller may not hand its people to
    ///   whoever is in charge there
    void beforeMove(Caller caller, DepartmentId moved, Set<DepartmentId> parents);
}
