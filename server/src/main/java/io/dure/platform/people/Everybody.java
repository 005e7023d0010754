package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.PERSON;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// What holds for all people of an organisation together: how many there may be, and that no two
/// share a login or an employee number.
@Component
class Everybody {
    private final PersonRepository repository;
    private final Calendar calendar;

    Everybody(PersonRepository repository, Calendar calendar) {
        this.repository = repository;
        this.calendar = calendar;
    }

    /// Makes room for more people, and lets nobody else do so until the transaction ends.
    ///
    /// @throws PeopleLimitException if the plan has no room
    void admit(int more) {
        repository.lockEverybody();
        if (room() < more) {
            throw new PeopleLimitException(limit());
        }
    }

    /// @return how many more people the plan has room for; negative where it was made smaller
    int room() {
        return limit() - repository.headcount();
    }

    private int limit() {
        return calendar.organisation().plan().people();
    }

    /// Notes where somebody else has the login or the employee number.
    void expectFree(Input input, PersonId self, Details.Clean details) {
        input.expect(
                !repository.isTaken(PERSON.LOGIN, details.login(), self),
                "login",
                "taken",
                "Somebody has this login already.");
        details.employeeNumber()
                .filter(number -> repository.isTaken(PERSON.EMPLOYEE_NUMBER, number, self))
                .ifPresent(_ ->
                        input.reject(
                                "employeeNumber",
                                "taken",
                                "Somebody has this employee number already."));
    }
}
