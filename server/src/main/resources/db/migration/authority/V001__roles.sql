call dure.open_schema('authority');

-- Roles that the organisation made. What a built-in role may do is declared by the modules.
create table authority.role (
    tenant_id uuid not null default dure.tenant(),
    role_id uuid not null,
    name text not null check (char_length(name) between 1 and 50),
    description text not null default '' check (char_length(description) <= 500),
    capabilities text[] not null,
    version bigint not null default 1,
    primary key (tenant_id, role_id),
    unique (tenant_id, name)
);
call dure.isolate('authority.role');

create table authority.role_grant (
    tenant_id uuid not null default dure.tenant(),
    grant_id uuid not null,
    built_in text check (built_in in ('OWNER', 'ADMINISTRATOR')),
    role_id uuid,
    subject_kind text not null check (subject_kind in ('PERSON', 'RANK', 'TITLE', 'DEPARTMENT')),
    subject_id uuid not null,
    with_below boolean not null default false,
    scope_department_id uuid,
    granted_by_person_id uuid,
    granted_at timestamptz not null,
    primary key (tenant_id, grant_id),
    foreign key (tenant_id, role_id) references authority.role,
    unique nulls not distinct (tenant_id, subject_kind, subject_id, built_in, role_id, scope_department_id),
    check (num_nonnulls(built_in, role_id) = 1),
    check (built_in is null or scope_department_id is null),
    check (built_in is distinct from 'OWNER' or subject_kind = 'PERSON')
);
comment on column authority.role_grant.built_in is 'MEMBER and GUEST are not granted: every person is one or the other';
comment on column authority.role_grant.with_below is 'where the subject is a department: people of those below it too';
comment on column authority.role_grant.granted_by_person_id is 'null: the server itself, when the organisation was made';
create index grant_by_role on authority.role_grant (tenant_id, role_id);
call dure.isolate('authority.role_grant');
