call dure.open_schema('tenancy');

create table tenancy.organisation (
    tenant_id uuid primary key,
    short_name text not null unique check (short_name ~ '^[a-z][a-z0-9-]{0,29}[a-z0-9]$'),
    name text not null check (char_length(name) between 1 and 100),
    language text not null check (language in ('ko', 'en')),
    time_zone text not null,
    colour text not null default '' check (colour = '' or colour ~ '^#[0-9a-f]{6}$'),
    logo_version bigint not null default 0,
    start_page text not null default '' check (char_length(start_page) <= 40),
    menu_order text[] not null default '{}',
    modules_off text[] not null default '{}',
    state text not null check (state in ('TRIAL', 'ACTIVE', 'SUSPENDED', 'CLOSING', 'CLOSED')),
    open_state text not null check (open_state in ('TRIAL', 'ACTIVE')),
    state_reason text not null default '',
    state_since timestamptz not null,
    plan_people int not null check (plan_people >= 0),
    plan_storage_bytes bigint not null check (plan_storage_bytes >= 0),
    plan_modules text[] not null default '{}',
    second_factor_demanded boolean not null default false,
    demo boolean not null default false,
    created_at timestamptz not null,
    version bigint not null default 1
);
comment on column tenancy.organisation.open_state is 'the state to return to when a suspension or a closing ends';
comment on column tenancy.organisation.demo is 'made by --demo, removed by `./dure demo remove`, and its operators need no second factor';
call dure.isolate('tenancy.organisation');

-- Apart from the organisation, whose row is read at every request.
create table tenancy.logo (
    tenant_id uuid primary key default dure.tenant() references tenancy.organisation on delete cascade,
    image bytea not null check (octet_length(image) <= 262144),
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp'))
);
call dure.isolate('tenancy.logo');

create table tenancy.mail_domain (
    tenant_id uuid not null default dure.tenant() references tenancy.organisation on delete cascade,
    domain text not null unique check (domain = lower(domain) and char_length(domain) <= 253),
    primary key (tenant_id, domain)
);
call dure.isolate('tenancy.mail_domain');

-- The staff of the operator are people of this organisation: one way to sign in, one audit trail, one second factor.
insert into tenancy.organisation (tenant_id, short_name, name, language, time_zone, state, open_state, state_since, plan_people,
                                  plan_storage_bytes, second_factor_demanded, created_at)
values ('00000000-0000-0000-0000-000000000000', 'console', 'Dure', 'en', 'UTC', 'ACTIVE', 'ACTIVE', now(), 1000, 0, true, now());
