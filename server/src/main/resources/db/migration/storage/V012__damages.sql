-- Who knows of what the scrub found, and what it could not put a name to.

alter table storage.damage add column told_at timestamptz;
comment on column storage.damage.told_at is 'when whoever manages the storage was told of it; null: not yet';

create table storage.damage_notice (
    tenant_id uuid primary key default dure.tenant(),
    told_at timestamptz not null
);
comment on table storage.damage_notice is 'when whoever manages the storage was told of damages last: once a day at most';
call dure.isolate('storage.damage_notice');

-- Rows of the operator's own.
create table storage.unreadable (
    tenant_id uuid not null default dure.tenant(),
    body_id uuid not null,
    reason text not null,
    found_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (tenant_id, body_id)
);
comment on table storage.unreadable is 'places in the store of which nobody can tell any more whose they are';
comment on column storage.unreadable.seen_at is 'when the scrub came by last; it goes when a whole round did not find it again';
call dure.isolate('storage.unreadable');
