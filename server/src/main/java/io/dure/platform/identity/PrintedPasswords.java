package io.dure.platform.identity;

import io.dure.platform.tenancy.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Passwords that nobody chose: a demonstration's, printed where the server is started. Everybody
/// else chooses one by a link.
@Service
public class PrintedPasswords {
    private final Passwords passwords;

    PrintedPasswords(Passwords passwords) {
        this.passwords = passwords;
    }

    @Transactional
    public void set(PersonId person, String password) {
        passwords.set(person, password);
    }
}
