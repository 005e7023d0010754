package io.dure.platform.people;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantScope;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// Judges who entered what is done later, as a caller of the day on which it is done: their
/// authority may have shrunk since.
@Service
public class Authors {
    private final PresentAuthority authority;

    Authors(PresentAuthority authority) {
        this.authority = authority;
    }

    /// @param rule what was asked when it was entered
    /// @throws AuthorMayNotException if it could not be entered now
    public void requireStillMay(Author author, Consumer<Caller> rule) {
        try {
            rule.accept(asOfToday(author));
        } catch (ProblemException e) {
            throw e.kind() == Kind.FORBIDDEN ? new AuthorMayNotException() : e;
        }
    }

    private Caller asOfToday(Author author) {
        var tenant = TenantScope.current();
        var person = author.person();
        var held = authority.of(person);
        return author.scopes()
                .map(scopes -> new Caller(tenant, person, held.narrowedTo(scopes), ""))
                .orElseGet(() -> Caller.author(tenant, person, held));
    }
}
