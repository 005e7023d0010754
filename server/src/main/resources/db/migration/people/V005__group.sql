-- People who belong together across departments. A guest sees the people of their groups, and nobody else.
create table people.person_group (
    tenant_id uuid not null default dure.tenant(),
    group_id uuid not null,
    name text not null check (char_length(name) between 1 and 100),
    description text not null default '' check (char_length(description) <= 500),
    version bigint not null default 1,
    primary key (tenant_id, group_id),
    unique (tenant_id, name)
);
call dure.isolate('people.person_group');

create table people.group_member (
    tenant_id uuid not null default dure.tenant(),
    group_id uuid not null,
    person_id uuid not null,
    primary key (tenant_id, group_id, person_id),
    foreign key (tenant_id, group_id) references people.person_group on delete cascade,
    foreign key (tenant_id, person_id) references people.person
);
create index group_by_person on people.group_member (tenant_id, person_id);
call dure.isolate('people.group_member');
