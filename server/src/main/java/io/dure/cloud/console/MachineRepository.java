package io.dure.cloud.console;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// What PostgreSQL tells of itself to any of its users.
@Repository
class MachineRepository {
    private final DSLContext sql;

    MachineRepository(DSLContext sql) {
        this.sql = sql;
    }

    record Postgres(
            long sizeBytes,
            long walWrittenBytes,
            int connections,
            int connectionsMax,
            String version) {}

    Postgres postgres() {
        return sql.fetchSingle(
                        """
                        select pg_database_size(current_database()) as size,
                               pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal,
                               (select count(*)::int from pg_stat_activity
                                where datname = current_database()) as connections,
                               current_setting('max_connections')::int as most,
                               current_setting('server_version') as version
                        """)
                .map(row ->
                        new Postgres(
                                row.get("size", long.class),
                                row.get("wal", long.class),
                                row.get("connections", int.class),
                                row.get("most", int.class),
                                row.get("version", String.class)));
    }
}
