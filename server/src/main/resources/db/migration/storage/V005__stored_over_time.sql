-- Bytes over time: what a bucket holds times the seconds for which it holds it, which is what storing costs. The sum
-- stands with the bucket, and a change of its size adds what the size before it came to: exact, for one update of a row
-- that is updated anyway.
alter table storage.bucket
    add column byte_seconds numeric not null default 0,
    add column hour_byte_seconds numeric not null default 0,
    add column counted_at timestamptz not null default now();
comment on column storage.bucket.byte_seconds is 'bytes times seconds, until counted_at; parts of unfinished uploads included';
comment on column storage.bucket.hour_byte_seconds is 'the same until the full hour before counted_at (UTC), so that hours can be told apart';

-- The clock of the change, not of its transaction: whoever waited for the row has the earlier transaction. Should the
-- clock be set back, the sum goes back with it, and is right in the end.
create function storage.count_bytes_over_time() returns trigger
    language plpgsql as $$
declare
    at constant timestamptz := clock_timestamp();
    full_hour constant timestamptz := date_trunc('hour', at, 'UTC');
    held constant numeric := old.bytes + old.pending_bytes;
begin
    if full_hour > old.counted_at then
        new.hour_byte_seconds := old.byte_seconds + held * extract(epoch from full_hour - old.counted_at);
    end if;
    new.byte_seconds := old.byte_seconds + held * extract(epoch from at - old.counted_at);
    new.counted_at := at;
    return new;
end
$$;

create trigger count_bytes_over_time before update of bytes, pending_bytes on storage.bucket
    for each row when (old.bytes + old.pending_bytes <> new.bytes + new.pending_bytes)
    execute function storage.count_bytes_over_time();

-- What buckets came to that are gone, until it is counted.
create table storage.past_bucket (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    name text not null collate "C",
    created_at timestamptz not null,
    byte_seconds numeric not null,
    hour_byte_seconds numeric not null,
    counted_at timestamptz not null,
    primary key (tenant_id, bucket_id)
);
call dure.isolate('storage.past_bucket');

-- An organisation that is removed leaves nothing: its row of storage.usage goes before its buckets do.
create function storage.keep_bytes_over_time() returns trigger
    language plpgsql as $$
declare
    at constant timestamptz := clock_timestamp();
    full_hour constant timestamptz := date_trunc('hour', at, 'UTC');
    held constant numeric := old.bytes + old.pending_bytes;
begin
    if held = 0 and old.byte_seconds = 0 then
        return null;
    end if;
    insert into storage.past_bucket
        (tenant_id, bucket_id, name, created_at, byte_seconds, hour_byte_seconds, counted_at)
    select old.tenant_id, old.bucket_id, old.name, old.created_at,
           old.byte_seconds + held * extract(epoch from at - old.counted_at),
           case when full_hour > old.counted_at
               then old.byte_seconds + held * extract(epoch from full_hour - old.counted_at)
               else old.hour_byte_seconds end,
           at
    from storage.usage u
    where u.tenant_id = old.tenant_id;
    return null;
end
$$;

create trigger keep_bytes_over_time after delete on storage.bucket
    for each row execute function storage.keep_bytes_over_time();

-- A limit that refuses nothing, but of which people are told.
alter table storage.bucket add column soft_quota_bytes bigint check (soft_quota_bytes > 0);
