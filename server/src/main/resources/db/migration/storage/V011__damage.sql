-- What the scrub found to be rotten, by object.
create table storage.damage (
    tenant_id uuid not null default dure.tenant(),
    body_id uuid not null,
    bucket text not null,
    key text not null,
    version_id uuid,
    reason text not null,
    found_at timestamptz not null,
    primary key (tenant_id, body_id)
);
comment on table storage.damage is 'until its object is replaced or deleted: rows of bodies that nothing names any more are left out';
call dure.isolate('storage.damage');
