-- Lifecycles: what the job looks at, and how it ends what is due.

drop function storage.list_versions;

-- Versions and markers by key in binary order, newest first, and common prefixes, which are skipped as list_objects
-- does it.
create function storage.list_versions(
    bucket uuid, prefix text, delimiter text, after text, after_number bigint, most int)
    returns table (name text, folded boolean, number bigint, version_id uuid, latest boolean, is_marker boolean,
                   size bigint, etag text, modified_at timestamptz, checksum_algorithm text, checksum_type text, tags jsonb,
                   noncurrent_at timestamptz)
    language plpgsql stable as $$
declare
    beyond constant text collate "C" := chr(1114111);
    start constant text collate "C" := prefix;
    fold constant text collate "C" := delimiter;
    bound text collate "C" := prefix;
    inclusive boolean := true;
    entry text collate "C";
    last_entry text collate "C" := '';
    found_count int := 0;
    cut int;
    o record;
    jumped boolean := true;
begin
    if after collate "C" >= start then
        bound := after;
        inclusive := false;
        if fold <> '' and right(bound, char_length(fold)) = fold and starts_with(bound, start) and bound <> start then
            last_entry := bound;
            bound := bound || beyond;
        end if;
    end if;
    while jumped and found_count < most loop
        jumped := false;
        for o in
            select x.key, x.number, x.version_id, true as latest, false as is_marker, x.size, x.etag, x.modified_at,
                   x.checksum_algorithm, x.checksum_type, x.tags, null::timestamptz as noncurrent_at
            from storage.stored_object x where x.bucket_id = bucket and x.key >= bound
            union all
            select v.key, v.number, v.version_id, v.noncurrent_at is null, v.is_marker, v.size, v.etag, v.modified_at,
                   v.checksum_algorithm, v.checksum_type, v.tags, v.noncurrent_at
            from storage.object_version v where v.bucket_id = bucket and v.key >= bound
            order by 1, 2 desc
        loop
            exit when not starts_with(o.key, start) or found_count = most;
            continue when o.key = bound and not inclusive
                and (after_number is null or o.key <> after collate "C" or o.number >= after_number);
            cut := case when fold = '' then 0 else position(fold in substr(o.key, char_length(start) + 1)) end;
            if cut = 0 then
                name := o.key; folded := false; number := o.number; version_id := o.version_id; latest := o.latest;
                is_marker := o.is_marker; size := o.size; etag := o.etag; modified_at := o.modified_at;
                checksum_algorithm := o.checksum_algorithm; checksum_type := o.checksum_type; tags := o.tags;
                noncurrent_at := o.noncurrent_at;
                found_count := found_count + 1;
                return next;
                continue;
            end if;
            entry := start || substr(o.key, char_length(start) + 1, cut + char_length(fold) - 1);
            if entry <> last_entry then
                name := entry; folded := true; number := null; version_id := null; latest := null; is_marker := null;
                size := null; etag := null; modified_at := null; checksum_algorithm := null; checksum_type := null;
                tags := null; noncurrent_at := null;
                last_entry := entry;
                found_count := found_count + 1;
                return next;
            end if;
            bound := greatest(entry || beyond, o.key);
            inclusive := false;
            jumped := true;
            exit;
        end loop;
    end loop;
end
$$;

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
