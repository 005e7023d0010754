package io.dure;

import io.dure.platform.database.TestingOwner;
import java.util.Map;
import java.util.UUID;

/// Real ids of an organisation, by the part of a path that stands before them. A route below
/// another part must be named here, so that nobody forgets to have it tried with what is not the
/// caller's.
final class ForeignIds {
    private final Map<String, String> ids;

    private ForeignIds(Map<String, String> ids) {
        this.ids = ids;
    }

    /// Makes one of everything in an organisation.
    static ForeignIds of(TestingOrganisation there, TestingOwner database) {
        var rows = new Rows(there, database);
        return new ForeignIds(
                Map.ofEntries(
                        Map.entry("buckets", rows.bucket()),
                        Map.entry("keys", rows.key()),
                        Map.entry("members", there.owner().toString()),
                        Map.entry("groups", rows.group().toString()),
                        Map.entry("hooks", rows.webhook().toString()),
                        Map.entry("imports", rows.imported().toString()),
                        // What is no organisation, and nobody of the operator's staff.
                        Map.entry("organisations", there.owner().toString()),
                        Map.entry("operators", there.owner().toString()),
                        Map.entry("people", there.owner().value().toString()),
                        Map.entry(
                                "sessions", rows.any("identity.session", "session_id").toString()),
                        Map.entry("tokens", rows.token().toString()),
                        Map.entry("passkeys", rows.passkey().toString()),
                        Map.entry("support", rows.support().toString()),
                        Map.entry("departments", rows.department().toString()),
                        Map.entry("roles", rows.role().toString()),
                        Map.entry(
                                "grants", rows.any("authority.role_grant", "grant_id").toString()),
                        Map.entry("transfers", rows.change("TRANSFER").toString()),
                        Map.entry("reorganisations", rows.change("REORGANISATION").toString())));
    }

    /// @throws IllegalStateException if the fixture has none for this part of a path
    String after(String part) {
        var id = ids.get(part);
        if (id == null) {
            throw new IllegalStateException(
                    "ForeignIds has no id for the routes below /" + part + ": add one");
        }
        return id;
    }

    private record Rows(TestingOrganisation there, TestingOwner database) {
        String bucket() {
            add("storage.bucket", "bucket_id, name, created_at", "?, 'theirs-only', now()");
            return "theirs-only";
        }

        String key() {
            var id = "DURE" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            database.execute(
                    "insert into storage.access_key (tenant_id, access_key_id, name, secret, rights, created_at)"
                            + " values (?, ?, 'theirs', '', '{READ}', now())",
                    there.id().value(),
                    id);
            return id;
        }

        UUID webhook() {
            return add(
                    "storage.webhook",
                    "webhook_id, name, url, secret, created_at",
                    "?, 'theirs', 'https://example.com/', '', now()");
        }

        UUID group() {
            return add("people.person_group", "group_id, name", "?, '그들만'");
        }

        UUID imported() {
            return add(
                    "people.people_import",
                    "import_id, state, file, lines, new_people, changed_people, unchanged_people,"
                            + " errors, error_count, entered_by_person_id, entered_at",
                    "?, 'PREVIEWED', '', 0, 0, 0, 0, '[]', 0, '%s', now()"
                            .formatted(there.owner()));
        }

        UUID department() {
            return add("people.department", "department_id, name, position", "?, '생산부', 0");
        }

        UUID role() {
            return add("authority.role", "role_id, name, capabilities", "?, '감사', '{audit.read}'");
        }

        UUID token() {
            return add(
                    "identity.access_token",
                    "access_token_id, person_id, name, scopes, token_hash, created_at, expires_at",
                    "?, '%s', 'script', '{}', '\\x00', now(), now() + interval '1 day'"
                            .formatted(there.owner()));
        }

        UUID passkey() {
            return add(
                    "identity.passkey",
                    "passkey_id, person_id, credential_id, rp_id, name, public_key, signature_count,"
                            + " uv_initialized, transports, backup_eligible, backup_state,"
                            + " created_at, used_at",
                    "?, '%s', '\\x00', '127.0.0.1', 'phone', '\\x00', 0, true, '{}', false, false, now(), now()"
                            .formatted(there.owner()));
        }

        UUID support() {
            return add(
                    "console.support_access",
                    "support_id, operator_person_id, operator_name, reason, minutes, state, asked_at",
                    "?, gen_random_uuid(), 'Operator', 'help', 60, 'ASKED', now()");
        }

        UUID change(String kind) {
            return add(
                    "people.dated_change",
                    "change_id, kind, effective_on, state, change, entered_by_person_id, entered_at",
                    "?, '%s', date '2099-01-01', 'PENDING', '{}', '%s', now()"
                            .formatted(kind, there.owner()));
        }

        private UUID add(String table, String columns, String values) {
            var id = UUID.randomUUID();
            database.execute(
                    "insert into %s (tenant_id, %s) values (?, %s)"
                            .formatted(table, columns, values),
                    there.id().value(),
                    id);
            return id;
        }

        UUID any(String table, String column) {
            return database.id(
                    "select %s from %s where tenant_id = ? limit 1".formatted(column, table),
                    there.id().value());
        }
    }
}
