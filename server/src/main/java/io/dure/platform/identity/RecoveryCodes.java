package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.RECOVERY_CODE;

import io.dure.platform.tenancy.PersonId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ten codes on paper, each good once, for whoever lost their phone.
@Service
class RecoveryCodes {
    private static final int HOW_MANY = 10;

    /// 80 bits: not to be guessed even by who has the hashes.
    private static final int BYTES = 10;

    private final DSLContext sql;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(DSLContext sql) {
        this.sql = sql;
    }

    /// @return new codes, such as `ABCD-EFGH-IJKL-MNOP`; those before are void
    @Transactional
    public List<String> renew(PersonId person) {
        drop(person);
        var codes = IntStream.range(0, HOW_MANY).mapToObj(_ -> code()).toList();
        codes.forEach(code ->
                sql.insertInto(RECOVERY_CODE)
                        .set(RECOVERY_CODE.PERSON_ID, person)
                        .set(RECOVERY_CODE.CODE_HASH, hash(code))
                        .execute());
        return codes;
    }

    /// @return whether it was one, which now is used up
    @Transactional
    public boolean use(PersonId person, String code) {
        return sql.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.PERSON_ID.eq(person))
                        .and(RECOVERY_CODE.CODE_HASH.eq(hash(code)))
                        .execute()
                > 0;
    }

    @Transactional(readOnly = true)
    public int left(PersonId person) {
        return sql.fetchCount(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID.eq(person));
    }

    @Transactional
    public void drop(PersonId person) {
        sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person)).execute();
    }

    private String code() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Typeable.encode(bytes).replaceAll("(.{4})(?!$)", "$1-");
    }

    /// However it was typed: with or without dashes and spaces, in any case.
    private static byte[] hash(String code) {
        return new Secret(code.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT)).hash();
    }
}
