create table identity.access_token (
    tenant_id uuid not null default dure.tenant(),
    access_token_id uuid not null,
    person_id uuid not null,
    name text not null check (char_length(name) between 1 and 60),
    scopes text[] not null,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant_id, access_token_id),
    unique (tenant_id, token_hash)
);
create index access_token_by_person on identity.access_token (tenant_id, person_id);
call dure.isolate('identity.access_token');
