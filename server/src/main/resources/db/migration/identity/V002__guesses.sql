-- How often somebody tried to sign in of late. A key is a hash of what is counted (an account from one
-- source, an account from anywhere, a source), so that logins nobody has are counted the same. Rows are
-- forgotten an hour after the last try.
create table identity.guess (
    tenant_id uuid not null default dure.tenant(),
    key_hash bytea not null,
    tries int not null check (tries >= 0),
    tried_at timestamptz not null,
    blocked_until timestamptz not null,
    primary key (tenant_id, key_hash)
);
create index guess_by_age on identity.guess (tried_at);
call dure.isolate('identity.guess');

-- Browsers in which a person has signed in before.
create table identity.device (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    device_hash bytea not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (tenant_id, person_id, device_hash)
);
call dure.isolate('identity.device');

-- Between the password and the second factor: proves the first, opens nothing.
create table identity.pending_sign_in (
    tenant_id uuid not null default dure.tenant(),
    token_hash bytea not null,
    person_id uuid not null,
    expires_at timestamptz not null,
    primary key (tenant_id, token_hash)
);
call dure.isolate('identity.pending_sign_in');
