-- Lifecycles: what the job looks at, and how it ends what is due.

-- Ends versions in order that are still as they were seen; the others are PRECONDITION_FAILED. Whoever writes waits for
-- the lock of the usage, so nothing changes between the look and the deletion.
create function storage.expire_objects(
    bucket_name text, states text[], keys text[], versions uuid[], since timestamptz[], markers uuid[], at timestamptz)
    returns table (outcome text, versioning text, version_id uuid, is_marker boolean, body_ids uuid[],
                   body_sizes bigint[])
    language plpgsql as $$
declare
    bucket uuid;
    going bigint[];
begin
    perform storage.lock_usage();
    select b.bucket_id into bucket from storage.bucket b where b.name = bucket_name;
    select coalesce(array_agg(p.place order by p.place), '{}') into going
    from unnest(states, keys, versions, since) with ordinality p (state, key, version_id, since, place)
    where case p.state
        when 'CURRENT' then exists (
            select from storage.stored_object o
            where o.bucket_id = bucket and o.key = p.key and o.version_id is not distinct from p.version_id
              and o.modified_at = p.since)
        when 'NONCURRENT' then exists (
            select from storage.object_version v
            where v.bucket_id = bucket and v.key = p.key and v.version_id is not distinct from p.version_id
              and v.noncurrent_at = p.since)
        else exists (
            select from storage.object_version v
            where v.bucket_id = bucket and v.key = p.key and v.version_id is not distinct from p.version_id
              and v.is_marker and v.noncurrent_at is null and v.modified_at = p.since)
            and not exists (
            select from storage.object_version v
            where v.bucket_id = bucket and v.key = p.key and v.noncurrent_at is not null)
        end;
    return query
    with gone as (
        select d.*, going[d.nth] as place
        from storage.delete_objects(
            bucket_name,
            array(select keys[g.place] from unnest(going) with ordinality g (place, nth) order by g.nth),
            array(select case when states[g.place] <> 'CURRENT' then coalesce(versions[g.place]::text, 'null') end
                  from unnest(going) with ordinality g (place, nth) order by g.nth),
            array(select markers[g.place] from unnest(going) with ordinality g (place, nth) order by g.nth),
            array_fill(''::text, array[cardinality(going)]), at, false)
            with ordinality d (outcome, versioning, version_id, is_marker, body_ids, body_sizes, nth)
    )
    select case when bucket is null then 'NO_SUCH_BUCKET' else coalesce(d.outcome, 'PRECONDITION_FAILED') end,
           d.versioning, d.version_id, d.is_marker, d.body_ids, d.body_sizes
    from generate_series(1, cardinality(keys)) p (place)
    left join gone d on d.place = p.place
    order by p.place;
end
$$;

create table storage.lifecycle_run (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    after_key text not null default '' collate "C",
    due_at timestamptz not null,
    primary key (tenant_id, bucket_id),
    foreign key (tenant_id, bucket_id) references storage.bucket on delete cascade
);
comment on table storage.lifecycle_run is 'where the job stands in buckets with a lifecycle; no row: it never was there';
comment on column storage.lifecycle_run.after_key is 'where the next run goes on; empty: at the beginning';
comment on column storage.lifecycle_run.due_at is 'while a run is under way: when another may begin, should it have died';
call dure.isolate('storage.lifecycle_run');
create index bucket_document_of_lifecycles on storage.bucket_document (tenant_id, bucket_id) where kind = 'LIFECYCLE';
