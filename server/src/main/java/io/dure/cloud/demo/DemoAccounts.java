package io.dure.cloud.demo;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.PrintedPasswords;
import io.dure.platform.people.Department;
import io.dure.platform.people.Departments;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.DemoPart;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets two people of each demonstration sign in: one who owns it, and an ordinary member.
@Component
class DemoAccounts implements DemoPart {
    private final Map<String, Script> scripts;
    private final Departments departments;
    private final People people;
    private final Authorities authorities;
    private final PrintedPasswords passwords;
    private final DemoPassword password;

    DemoAccounts(
            Collection<Script> scripts,
            Departments departments,
            People people,
            Authorities authorities,
            PrintedPasswords passwords,
            DemoPassword password) {
        this.scripts =
                scripts.stream().collect(Collectors.toMap(Script::shortName, Function.identity()));
        this.departments = departments;
        this.people = people;
        this.authorities = authorities;
        this.passwords = passwords;
        this.password = password;
    }

    /// Whoever can sign in.
    record SignIns(Optional<String> owner, Optional<String> member) {}

    @Override
    public int order() {
        return 1;
    }

    @Override
    public void fill(Organisation organisation, RandomGenerator random) {
        var script = scripts.get(organisation.shortName());
        if (script == null) {
            return;
        }
        head(organisation, script.ownersUnit())
                .ifPresent(owner -> {
                    authorities.grant(owner, BuiltInRole.OWNER);
                    passwords.set(owner, password.text());
                });
        head(organisation, script.membersUnit())
                .ifPresent(member -> passwords.set(member, password.text()));
    }

    @Transactional(readOnly = true)
    public SignIns signIns(Organisation organisation, Script script) {
        return new SignIns(
                head(organisation, script.ownersUnit()).flatMap(people::find).map(Person::login),
                head(organisation, script.membersUnit()).flatMap(people::find).map(Person::login));
    }

    private Optional<PersonId> head(Organisation organisation, String unit) {
        return departments
                .tree(DemoPeople.caller(organisation))
                .all()
                .filter(department -> department.name().equals(unit))
                .findFirst()
                .flatMap(Department::head)
                .map(Department.Head::id);
    }
}
