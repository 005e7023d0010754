-- An authenticator app. The secret is encrypted with a key that is not in the database.
create table identity.totp (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    secret_box bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    primary key (tenant_id, person_id)
);
comment on column identity.totp.last_step is 'the time step of the last code accepted: none of it or before is accepted again';
call dure.isolate('identity.totp');

create table identity.recovery_code (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    code_hash bytea not null,
    primary key (tenant_id, person_id, code_hash)
);
call dure.isolate('identity.recovery_code');

-- Web Authentication credentials, as the library that checks them writes them down.
create table identity.passkey (
    tenant_id uuid not null default dure.tenant(),
    passkey_id uuid not null,
    person_id uuid not null,
    credential_id bytea not null,
    rp_id text not null,
    name text not null check (char_length(name) between 1 and 60),
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    transports text[] not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    attestation bytea,
    created_at timestamptz not null,
    used_at timestamptz not null,
    primary key (tenant_id, passkey_id),
    unique (tenant_id, credential_id)
);
create index passkey_by_person on identity.passkey (tenant_id, person_id);
call dure.isolate('identity.passkey');

-- What a browser was asked to sign; used once.
create table identity.passkey_challenge (
    tenant_id uuid not null default dure.tenant(),
    token_hash bytea not null,
    person_id uuid,
    challenge bytea not null,
    rp_id text not null,
    expires_at timestamptz not null,
    primary key (tenant_id, token_hash)
);
comment on column identity.passkey_challenge.person_id is 'who registers; null where somebody signs in';
call dure.isolate('identity.passkey_challenge');
