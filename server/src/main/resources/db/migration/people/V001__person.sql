call dure.open_schema('people');

create table people.person (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    login text not null check (login = lower(login) and char_length(login) between 1 and 254),
    employee_number text check (char_length(employee_number) between 1 and 40),
    name text not null check (char_length(name) between 1 and 100),
    email text check (char_length(email) <= 254),
    kind text not null check (kind in ('MEMBER', 'GUEST')),
    state text not null check (state in ('INVITED', 'ACTIVE', 'INACTIVE')),
    created_at timestamptz not null,
    version bigint not null default 1,
    primary key (tenant_id, person_id),
    unique (tenant_id, login),
    unique (tenant_id, employee_number)
);
comment on column people.person.login is 'what the person signs in with: a name or an e-mail address, lower case';
call dure.isolate('people.person');
