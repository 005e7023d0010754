package io.dure.platform.people;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Who entered what is done later. Judged as a caller of the day on which it is done: their
/// authority may have shrunk since.
@Component
class Authors {
    private final PresentAuthority authority;

    Authors(PresentAuthority authority) {
        this.authority = authority;
    }

    /// @param rule what was asked when it was entered
    /// @throws AuthorMayNotException if it could not be entered now
    void requireStillMay(PersonId author, Consumer<Caller> rule) {
        try {
            rule.accept(Caller.author(TenantScope.current(), author, authority.of(author)));
        } catch (ProblemException e) {
            throw e.kind() == Kind.FORBIDDEN ? new AuthorMayNotException() : e;
        }
    }
}
