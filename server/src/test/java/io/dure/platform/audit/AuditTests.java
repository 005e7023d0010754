package io.dure.platform.audit;

import static io.dure.platform.audit.db.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditTests {
    @Autowired Audit audit;
    @Autowired Sealer sealer;
    @Autowired Verification verification;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;
    @Autowired TestingOwner owner;
    @Autowired DataFolder folder;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Caller caller =
            new Caller(
                    tenant, new PersonId(UUID.randomUUID()), Authority.of(Audit.READ), "192.0.2.7");

    @BeforeEach
    void aSealedTrailOfFive() {
        for (var i = 1; i <= 5; i++) {
            act("test.act", "thing:" + i);
        }
        sealer.seal();
    }

    @Test
    void anUntouchedTrailIsRight() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void anEditedEntryIsNamed() {
        owner.execute(
                "update audit.entry set subject = 'thing:9' where tenant_id = ? and subject = 'thing:2'",
                tenant.value());

        assertThat(findings())
                .containsExactly(
                        new Finding(tenant, Finding.Kind.ALTERED, 2, Optional.of(id("thing:9"))));
    }

    @Test
    void anEditedDetailIsFound() {
        owner.execute(
                "update audit.entry set detail = '{\"why\": \"none\"}' where tenant_id = ? and subject = 'thing:5'",
                tenant.value());

        assertThat(findings()).extracting(Finding::number).containsExactly(5L);
    }

    @Test
    void aDroppedEntryIsFound() {
        owner.execute(
                "delete from audit.entry where tenant_id = ? and subject = 'thing:3'",
                tenant.value());

        assertThat(kinds()).containsExactly(Finding.Kind.MISSING);
        assertThat(findings()).extracting(Finding::number).containsExactly(3L);
    }

    @Test
    void aDroppedEntryWithItsSealIsFound() {
        owner.execute("delete from audit.seal where tenant_id = ? and number = 3", tenant.value());
        owner.execute(
                "delete from audit.entry where tenant_id = ? and subject = 'thing:3'",
                tenant.value());

        assertThat(findings()).extracting(Finding::number).containsExactly(3L);
    }

    @Test
    void swappedEntriesAreFound() {
        owner.execute(
                """
                update audit.entry a set subject = b.subject, at = b.at
                from audit.entry b
                where a.tenant_id = ? and b.tenant_id = a.tenant_id
                  and (a.subject, b.subject) in (('thing:2', 'thing:3'), ('thing:3', 'thing:2'))
                """,
                tenant.value());

        assertThat(kinds()).containsExactly(Finding.Kind.ALTERED);
        assertThat(findings()).extracting(Finding::number).containsExactly(2L);
    }

    @Test
    void aTailThatWasCutIsFoundByTheSignedHead() {
        owner.execute("delete from audit.seal where tenant_id = ? and number > 3", tenant.value());
        owner.execute(
                "delete from audit.entry where tenant_id = ? and subject in ('thing:4', 'thing:5')",
                tenant.value());

        assertThat(findings())
                .containsExactly(new Finding(tenant, Finding.Kind.CUT, 4, Optional.empty()));
    }

    @Test
    void aTrailThatIsGoneAltogetherIsFound() {
        owner.execute("delete from audit.seal where tenant_id = ?", tenant.value());
        owner.execute("delete from audit.entry where tenant_id = ?", tenant.value());

        assertThat(kinds()).containsExactly(Finding.Kind.CUT);
    }

    @Test
    void aChainComputedAnewIsFoundByTheSignedHead() {
        // Together, or the sealer that runs by itself comes between.
        sealer.alone(() -> {
            owner.execute("delete from audit.seal where tenant_id = ?", tenant.value());
            owner.execute(
                    "insert into audit.waiting (tenant_id, entry_id) select tenant_id, entry_id from audit.entry where tenant_id = ?",
                    tenant.value());
            owner.execute(
                    "update audit.entry set address = '192.0.2.8' where tenant_id = ?",
                    tenant.value());
            return true;
        });
        sealer.seal();

        assertThat(kinds()).containsExactly(Finding.Kind.REWRITTEN);
    }

    @Test
    void anEntryThatTheSealerNeverSawIsFound() {
        owner.execute(
                "insert into audit.entry (tenant_id, entry_id, at, actor_kind, action, subject, address) values (?, gen_random_uuid(), now(), 'SYSTEM', 'test.act', '', '')",
                tenant.value());

        assertThat(kinds()).containsExactly(Finding.Kind.UNSEALED);
    }

    @Test
    void theChainGoesOnWhereItWas() {
        act("test.act", "thing:6");
        sealer.seal();

        assertThat(findings()).isEmpty();
        assertThat(owner.count("audit.seal", tenant)).isEqualTo(6);
    }

    @Test
    void theApplicationCannotChangeAnEntry() {
        assertThatThrownBy(() ->
                        TenantScope.run(
                                tenant,
                                () ->
                                        transaction.execute(_ ->
                                                sql.update(ENTRY)
                                                        .set(ENTRY.ACTION, "x")
                                                        .execute())))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        TenantScope.run(
                                tenant,
                                () -> transaction.execute(_ -> sql.deleteFrom(ENTRY).execute())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anActThatFailsLeavesNoEntry() {
        TenantScope.run(
                tenant,
                () ->
                        transaction.execute(status -> {
                            audit.record(caller, "test.failed", "", Map.of());
                            status.setRollbackOnly();
                            return true;
                        }));

        assertThat(find(action("test.failed"))).isEmpty();
    }

    @Test
    void aTrailIsFilteredAndPaged() {
        act("other.act", "thing:1");

        assertThat(find(action("test."))).hasSize(5);
        assertThat(find(action("other.act"))).hasSize(1);
        var first = find(EntryFilter.ALL, new Page(Optional.empty(), 4));
        var rest = find(EntryFilter.ALL, new Page(Optional.of(first.getLast().id()), 4));
        assertThat(first).hasSize(4).extracting(Entry::subject).contains("thing:5");
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aHeadTouchedByHandIsFound() throws IOException {
        var file = folder.path().resolve("audit/heads");
        var genuine = Files.readString(file);
        try {
            Files.writeString(file, genuine + genuine.lines().findFirst().orElseThrow() + "x\n");

            assertThat(kinds()).contains(Finding.Kind.HEADS_BROKEN);
        } finally {
            Files.writeString(file, genuine);
        }
    }

    @Test
    void aHeadThatAFullDiskCutShortIsNoForgery() throws IOException {
        var file = folder.path().resolve("audit/heads");
        Files.writeString(file, "half a li", StandardOpenOption.APPEND);

        assertThat(kinds()).isEmpty();
        act("test.act", "thing:6");
        sealer.seal();

        assertThat(kinds()).isEmpty();
        assertThat(Files.readString(file)).doesNotContain("half a li");
    }

    private void act(String action, String subject) {
        TenantScope.run(tenant, () -> audit.record(caller, action, subject, Map.of("why", "테스트")));
    }

    private static EntryFilter action(String action) {
        return new EntryFilter(
                Optional.empty(),
                Optional.of(action),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Entry> find(EntryFilter filter) {
        return find(filter, new Page(Optional.empty(), 100));
    }

    private List<Entry> find(EntryFilter filter, Page page) {
        return TenantScope.call(tenant, () -> audit.list(caller, filter, page));
    }

    private UUID id(String subject) {
        return find(EntryFilter.ALL).stream()
                .filter(entry -> entry.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Finding> findings() {
        return sealer.alone(() -> verification.check(List.of(tenant))).findings();
    }

    private List<Finding.Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }
}
