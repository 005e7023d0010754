package io.dure.platform.people;

import io.dure.platform.tenancy.Caller;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who may bring which file in. Asked when an import is set going, and again when it is applied.
@Component
class ImportRules {
    private final List<PeopleRule> rules;
    private final Authors authors;

    ImportRules(List<PeopleRule> rules, Authors authors) {
        this.rules = List.copyOf(rules);
        this.authors = authors;
    }

    /// Other logins and mail addresses need a fresh proof: a forgotten password is sent there.
    void requireMay(Caller caller, ImportPlan plan) {
        caller.require(PeopleCapabilities.MANAGE);
        rules.forEach(rule -> rule.beforePosts(caller, plan.gained()));
        if (!plan.readdressed().isEmpty()) {
            caller.requireFreshProof();
            var people = plan.readdressed().stream().map(Person::id).collect(Collectors.toSet());
            rules.forEach(rule -> rule.beforeAddresses(caller, people));
        }
    }

    /// Asks of who set it going as of a caller of today.
    ///
    /// @throws AuthorMayNotException if it could not be set going now
    void requireStillMay(Author author, ImportPlan plan) {
        authors.requireStillMay(author, caller -> requireMay(caller, plan));
    }
}
