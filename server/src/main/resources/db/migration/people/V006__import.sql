-- A file of people on its way in.
create table people.people_import (
    tenant_id uuid not null default dure.tenant(),
    import_id uuid not null,
    state text not null check (state in ('PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED')),
    file bytea not null check (octet_length(file) <= 10485760),
    lines int not null,
    new_people int not null,
    changed_people int not null,
    unchanged_people int not null,
    errors jsonb not null,
    error_count int not null,
    done int not null default 0,
    failure text,
    entered_by_person_id uuid not null,
    entered_at timestamptz not null,
    settled_at timestamptz,
    primary key (tenant_id, import_id)
);
comment on column people.people_import.done is 'lines applied so far, for a progress bar';
create index import_applying on people.people_import (tenant_id) where state = 'APPLYING';
call dure.isolate('people.people_import');
