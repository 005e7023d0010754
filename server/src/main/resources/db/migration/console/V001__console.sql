call dure.open_schema('console');

-- What organisations used, once a day: the operator's chart. Figures only.
create table console.sample (
    tenant_id uuid not null default dure.tenant(),
    day date not null,
    figure text not null check (char_length(figure) <= 40),
    amount bigint not null,
    primary key (tenant_id, day, figure)
);
call dure.isolate('console.sample');

-- Whether strangers may sign organisations up, and what they get. The operator's own row.
create table console.self_sign_up (
    tenant_id uuid primary key default dure.tenant(),
    open boolean not null default false,
    plan_people int not null default 20 check (plan_people > 0),
    plan_storage_bytes bigint not null default 10737418240 check (plan_storage_bytes >= 0),
    plan_modules text[] not null default '{storage}'
);
call dure.isolate('console.self_sign_up');
insert into console.self_sign_up (tenant_id) values ('00000000-0000-0000-0000-000000000000');

-- An operator's wish to look into an organisation, and what its owners said.
create table console.support_access (
    tenant_id uuid not null default dure.tenant(),
    support_id uuid not null,
    operator_person_id uuid not null,
    operator_name text not null check (char_length(operator_name) between 1 and 100),
    reason text not null check (char_length(reason) between 1 and 500),
    minutes int not null check (minutes between 5 and 1440),
    state text not null check (state in ('ASKED', 'GRANTED', 'REFUSED', 'ENDED')),
    asked_at timestamptz not null,
    decided_at timestamptz,
    ends_at timestamptz,
    token_hash bytea,
    primary key (tenant_id, support_id),
    unique (tenant_id, token_hash)
);
comment on column console.support_access.token_hash is 'SHA-256 of the cookie with which the operator looks in; the cookie itself is kept nowhere';
call dure.isolate('console.support_access');
