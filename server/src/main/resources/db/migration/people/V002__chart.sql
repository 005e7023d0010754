-- The order that an organisation gives its people.

create table people.department (
    tenant_id uuid not null default dure.tenant(),
    department_id uuid not null,
    parent_department_id uuid,
    name text not null check (char_length(name) between 1 and 100 and name !~ '/'),
    position int not null,
    head_person_id uuid,
    closed_on date,
    version bigint not null default 1,
    primary key (tenant_id, department_id),
    foreign key (tenant_id, parent_department_id) references people.department,
    foreign key (tenant_id, head_person_id) references people.person
);
comment on column people.department.position is 'among the departments of the same parent';
comment on column people.department.name is 'has no slash: paths such as Head office/Sales/Team 1 name departments in files';
create unique index department_by_name on people.department (tenant_id, parent_department_id, name)
    nulls not distinct where closed_on is null;
create index department_by_head on people.department (tenant_id, head_person_id);
call dure.isolate('people.department');

-- Ranks and titles: lists whose order the organisation chooses, edited as a whole.
create table people.designation_list (
    tenant_id uuid not null default dure.tenant(),
    kind text not null check (kind in ('RANK', 'TITLE')),
    version bigint not null default 1,
    primary key (tenant_id, kind)
);
call dure.isolate('people.designation_list');

create table people.designation (
    tenant_id uuid not null default dure.tenant(),
    designation_id uuid not null,
    kind text not null check (kind in ('RANK', 'TITLE')),
    name text not null check (char_length(name) between 1 and 50),
    position int not null,
    primary key (tenant_id, designation_id),
    unique (tenant_id, kind, name) deferrable initially deferred
);
call dure.isolate('people.designation');

create table people.post (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    department_id uuid not null,
    main boolean not null,
    rank_id uuid,
    title_id uuid,
    duty text not null default '' check (char_length(duty) <= 200),
    primary key (tenant_id, person_id, department_id),
    foreign key (tenant_id, person_id) references people.person,
    foreign key (tenant_id, department_id) references people.department,
    foreign key (tenant_id, rank_id) references people.designation,
    foreign key (tenant_id, title_id) references people.designation
);
create unique index one_main_post on people.post (tenant_id, person_id) where main;
create index post_by_department on people.post (tenant_id, department_id);
create index post_by_rank on people.post (tenant_id, rank_id);
create index post_by_title on people.post (tenant_id, title_id);
call dure.isolate('people.post');
