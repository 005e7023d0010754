call dure.open_schema('people');

create extension if not exists pg_trgm with schema public;

create table people.person (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    login text not null check (login = lower(login) and char_length(login) between 1 and 254),
    employee_number text check (char_length(employee_number) between 1 and 40),
    name text not null check (char_length(name) between 1 and 100),
    latin_name text not null default '' check (char_length(latin_name) <= 100),
    chinese_name text not null default '' check (char_length(chinese_name) <= 100),
    email text check (char_length(email) <= 254),
    phone text not null default '' check (char_length(phone) <= 40),
    extension text not null default '' check (char_length(extension) <= 20),
    mobile text not null default '' check (char_length(mobile) <= 40),
    birthday date,
    hired_on date,
    language text check (language in ('ko', 'en')),
    photo_tag text,
    kind text not null check (kind in ('MEMBER', 'GUEST')),
    state text not null check (state in ('INVITED', 'ACTIVE', 'INACTIVE')),
    created_at timestamptz not null,
    version bigint not null default 1,
    rank_order int not null default 2147483647,
    search text not null default '',
    primary key (tenant_id, person_id),
    unique (tenant_id, login),
    unique (tenant_id, employee_number)
);
comment on column people.person.login is 'what the person signs in with: a name or an e-mail address, lower case';
comment on column people.person.rank_order is 'position of the main post''s rank, or the greatest number: lists sort by it';
comment on column people.person.search is 'what the directory finds the person by, lower case, one word or name a line';
comment on column people.person.photo_tag is 'changes with the photo; null without one';

-- The directory's order, in the language of the organisation.
create index person_in_korean on people.person (tenant_id, rank_order, name collate "ko-x-icu", person_id);
create index person_in_english on people.person (tenant_id, rank_order, name collate "en-x-icu", person_id);
-- No pending list: after an import it would be so long that the planner gives the index up.
create index person_by_search on people.person using gin (search public.gin_trgm_ops) with (fastupdate = off);
call dure.isolate('people.person');

create table people.photo (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
    image bytea not null check (octet_length(image) <= 262144),
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references people.person
);
call dure.isolate('people.photo');
