call dure.open_schema('identity');

create table identity.credential (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    password_hash text not null,
    changed_at timestamptz not null,
    primary key (tenant_id, person_id)
);
comment on column identity.credential.password_hash is 'Argon2id, in its own encoding with parameters and salt';
call dure.isolate('identity.credential');

create table identity.session (
    tenant_id uuid not null default dure.tenant(),
    session_id uuid not null,
    person_id uuid not null,
    token_hash bytea not null,
    strength text not null check (strength in ('PASSWORD', 'SECOND_FACTOR', 'PASSKEY')),
    address text not null,
    user_agent text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, session_id),
    unique (tenant_id, token_hash)
);
comment on column identity.session.token_hash is 'SHA-256 of the cookie; the cookie itself is kept nowhere';
create index session_by_person on identity.session (tenant_id, person_id);
call dure.isolate('identity.session');

-- One-time links: the first sign-in of an invited person, and resets of a password.
create table identity.link (
    tenant_id uuid not null default dure.tenant(),
    token_hash bytea not null,
    person_id uuid not null,
    purpose text not null check (purpose in ('INVITATION', 'RESET', 'FIRST_OPERATOR')),
    expires_at timestamptz not null,
    created_at timestamptz not null,
    primary key (tenant_id, token_hash)
);
create index link_by_person on identity.link (tenant_id, person_id);
call dure.isolate('identity.link');
