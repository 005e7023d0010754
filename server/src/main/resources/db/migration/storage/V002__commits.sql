-- The changes of objects and parts, each one call. They run as the caller, under row-level security. Refusals are
-- returned by S3's names, so that one object's does not undo its batch.

-- Takes the organisation's lock, and says what it holds.
create function storage.lock_usage() returns bigint
    language plpgsql as $$
declare
    held bigint;
begin
    select u.bytes into held from storage.usage u for update;
    if not found then
        insert into storage.usage default values on conflict do nothing;
        select u.bytes into held from storage.usage u for update;
    end if;
    return held;
end
$$;

create function storage.condition_outcome(condition text, present_etag text) returns text
    language sql immutable
    return case
        when condition = '' then 'DONE'
        when condition = 'absent' then case when present_etag is null then 'DONE' else 'PRECONDITION_FAILED' end
        when present_etag is null then 'NO_SUCH_KEY'
        when condition in ('=*', '=' || present_etag) then 'DONE'
        else 'PRECONDITION_FAILED'
    end;

create procedure storage.add_to_bucket(bucket uuid, more_bytes bigint, more_objects bigint, more_pending bigint)
    language plpgsql as $$
begin
    if (more_bytes, more_objects, more_pending) <> (0, 0, 0) then
        update storage.bucket b
        set bytes = b.bytes + more_bytes, objects = b.objects + more_objects,
            pending_bytes = b.pending_bytes + more_pending
        where b.bucket_id = bucket;
    end if;
    if more_bytes + more_pending <> 0 then
        update storage.usage u set bytes = u.bytes + more_bytes + more_pending;
    end if;
end
$$;

-- Puts objects in order, in any buckets. Sums are written once for each run of one bucket.
create function storage.put_objects(
    quota bigint, names text[], keys text[], sizes bigint[], etags text[], times timestamptz[], headers_of text[],
    user_headers_of text[], algorithms text[], types text[], checksums text[], bodies text[], sizes_of text[],
    conditions text[])
    returns table (outcome text, replaced uuid[], replaced_sizes bigint[])
    language plpgsql as $$
declare
    held bigint := storage.lock_usage();
    b storage.bucket;
    old storage.stored_object;
    growth bigint;
    new_bytes bigint := 0;
    new_objects bigint := 0;
begin
    for i in 1 .. cardinality(names) loop
        replaced := null;
        replaced_sizes := null;
        if b.name is distinct from names[i] then
            call storage.add_to_bucket(b.bucket_id, new_bytes, new_objects, 0);
            new_bytes := 0;
            new_objects := 0;
            select * into b from storage.bucket x where x.name = names[i];
        end if;
        if b.bucket_id is null then
            outcome := 'NO_SUCH_BUCKET';
            return next;
            continue;
        end if;
        select * into old from storage.stored_object o where o.bucket_id = b.bucket_id and o.key = keys[i];
        outcome := storage.condition_outcome(conditions[i], old.etag);
        growth := sizes[i] - coalesce(old.size, 0);
        if outcome = 'DONE' and growth > 0
            and (held + growth > quota or b.bytes + b.pending_bytes + new_bytes + growth > b.quota_bytes) then
            outcome := 'QUOTA_EXCEEDED';
        end if;
        if outcome = 'DONE' then
            insert into storage.stored_object as o (bucket_id, key, size, etag, modified_at, headers, user_headers,
                checksum_algorithm, checksum_type, checksum, body_ids, body_sizes)
            values (b.bucket_id, keys[i], sizes[i], etags[i], times[i], headers_of[i]::jsonb, user_headers_of[i]::jsonb,
                algorithms[i], types[i], checksums[i], bodies[i]::uuid[], sizes_of[i]::bigint[])
            on conflict (tenant_id, bucket_id, key) do update
            set size = excluded.size, etag = excluded.etag, modified_at = excluded.modified_at,
                headers = excluded.headers, user_headers = excluded.user_headers,
                checksum_algorithm = excluded.checksum_algorithm, checksum_type = excluded.checksum_type,
                checksum = excluded.checksum, body_ids = excluded.body_ids, body_sizes = excluded.body_sizes;
            replaced := old.body_ids;
            replaced_sizes := old.body_sizes;
            held := held + growth;
            new_bytes := new_bytes + growth;
            new_objects := new_objects + case when old.key is null then 1 else 0 end;
        end if;
        return next;
    end loop;
    call storage.add_to_bucket(b.bucket_id, new_bytes, new_objects, 0);
end
$$;

-- Deletes what there is of these keys; the condition is of the one key, if there is one.
create function storage.delete_objects(bucket_name text, keys text[], condition text)
    returns table (outcome text, body_ids uuid[], body_sizes bigint[])
    language plpgsql as $$
declare
    bucket uuid;
    present text;
    gone_bytes bigint := 0;
    gone_objects bigint := 0;
    old storage.stored_object;
begin
    perform storage.lock_usage();
    select x.bucket_id into bucket from storage.bucket x where x.name = bucket_name;
    if bucket is null then
        outcome := 'NO_SUCH_BUCKET';
        return next;
        return;
    end if;
    if condition <> '' then
        select o.etag into present from storage.stored_object o where o.bucket_id = bucket and o.key = keys[1];
        outcome := storage.condition_outcome(condition, present);
        if outcome <> 'DONE' then
            return next;
            return;
        end if;
    end if;
    outcome := 'DONE';
    for old in delete from storage.stored_object o where o.bucket_id = bucket and o.key = any (keys) returning o.* loop
        gone_bytes := gone_bytes + old.size;
        gone_objects := gone_objects + 1;
        body_ids := old.body_ids;
        body_sizes := old.body_sizes;
        return next;
    end loop;
    call storage.add_to_bucket(bucket, -gone_bytes, -gone_objects, 0);
end
$$;

create function storage.put_part(
    quota bigint, bucket_name text, object_key text, upload uuid, part_number int, part_etag text, at timestamptz,
    algorithm text, sum text, body uuid, body_size bigint)
    returns table (outcome text, replaced uuid, replaced_size bigint)
    language plpgsql as $$
declare
    held bigint := storage.lock_usage();
    b storage.bucket;
    growth bigint;
begin
    select x.* into b from storage.bucket x where x.name = bucket_name;
    if b.bucket_id is null then
        outcome := 'NO_SUCH_BUCKET';
    elsif not exists (select from storage.upload u
                      where u.upload_id = upload and u.bucket_id = b.bucket_id and u.key = object_key) then
        outcome := 'NO_SUCH_UPLOAD';
    else
        select p.body_id, p.size into replaced, replaced_size
        from storage.part p where p.upload_id = upload and p.number = part_number;
        growth := body_size - coalesce(replaced_size, 0);
        if growth > 0 and (held + growth > quota or b.bytes + b.pending_bytes + growth > b.quota_bytes) then
            outcome := 'QUOTA_EXCEEDED';
            replaced := null;
        else
            insert into storage.part (upload_id, number, etag, modified_at, checksum_algorithm, checksum, body_id, size)
            values (upload, part_number, part_etag, at, algorithm, sum, body, body_size)
            on conflict (tenant_id, upload_id, number) do update
            set etag = excluded.etag, modified_at = excluded.modified_at,
                checksum_algorithm = excluded.checksum_algorithm, checksum = excluded.checksum,
                body_id = excluded.body_id, size = excluded.size;
            call storage.add_to_bucket(b.bucket_id, 0, 0, growth);
            outcome := 'DONE';
        end if;
    end if;
    return next;
end
$$;

-- Forgets an upload, and returns its parts; null for an upload that is not there.
create function storage.end_upload(bucket_name text, object_key text, upload uuid)
    returns table (bucket uuid, parts uuid[], sizes bigint[])
    language plpgsql as $$
declare
    freed bigint;
begin
    select x.bucket_id into bucket from storage.bucket x where x.name = bucket_name;
    if not exists (select from storage.upload u
                   where u.upload_id = upload and u.bucket_id = bucket and u.key = object_key) then
        return;
    end if;
    select coalesce(array_agg(p.body_id order by p.number), '{}'), coalesce(array_agg(p.size order by p.number), '{}'),
           coalesce(sum(p.size), 0)
    into parts, sizes, freed
    from storage.part p where p.upload_id = upload;
    delete from storage.upload u where u.upload_id = upload;
    call storage.add_to_bucket(bucket, 0, 0, -freed);
    return next;
end
$$;

-- Turns an upload into an object. Whatever refuses it raises nothing and changes nothing: the checks come first.
create function storage.complete_upload(
    bucket_name text, upload uuid, object_key text, object_size bigint, object_etag text, at timestamptz,
    object_headers text, object_user_headers text, algorithm text, type text, sum text, bodies uuid[],
    sizes bigint[], condition text)
    returns table (outcome text, unreferenced uuid[], unreferenced_sizes bigint[])
    language plpgsql as $$
declare
    ended record;
    put record;
    left_ids uuid[];
    left_sizes bigint[];
begin
    perform storage.lock_usage();
    if not exists (select from storage.bucket x where x.name = bucket_name) then
        outcome := 'NO_SUCH_BUCKET';
        return next;
        return;
    end if;
    if exists (select from unnest(bodies) wanted
               where wanted not in (select p.body_id from storage.part p where p.upload_id = upload)) then
        outcome := case when exists (select from storage.upload u where u.upload_id = upload)
            then 'INVALID_PART' else 'NO_SUCH_UPLOAD' end;
        return next;
        return;
    end if;
    select storage.condition_outcome(condition, (
        select o.etag from storage.stored_object o join storage.bucket x on x.bucket_id = o.bucket_id
        where x.name = bucket_name and o.key = object_key)) into outcome;
    if outcome <> 'DONE' then
        return next;
        return;
    end if;
    select * into ended from storage.end_upload(bucket_name, object_key, upload);
    if ended.bucket is null then
        outcome := 'NO_SUCH_UPLOAD';
        return next;
        return;
    end if;
    -- The bytes were admitted as parts: no quota refuses them now.
    select * into put from storage.put_objects(
        9223372036854775807, array[bucket_name], array[object_key], array[object_size], array[object_etag], array[at],
        array[object_headers], array[object_user_headers], array[algorithm], array[type], array[sum],
        array[bodies::text], array[sizes::text], array['']);
    outcome := put.outcome;
    select coalesce(array_agg(p.id), '{}'), coalesce(array_agg(p.size), '{}') into left_ids, left_sizes
    from unnest(ended.parts, ended.sizes) p (id, size)
    where p.id <> all (bodies);
    unreferenced := put.replaced || left_ids;
    unreferenced_sizes := put.replaced_sizes || left_sizes;
    return next;
end
$$;

-- Keys and common prefixes in binary order. A prefix's keys are skipped by one index search, not read.
create function storage.list_objects(bucket uuid, prefix text, delimiter text, after text, most int)
    returns table (name text, folded boolean, size bigint, etag text, modified_at timestamptz, checksum_algorithm text,
                   checksum_type text)
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
    o storage.stored_object;
    jumped boolean := true;
begin
    if after collate "C" >= start then
        bound := after;
        inclusive := false;
        -- What lies under a common prefix that was listed already is skipped too.
        if fold <> '' and right(bound, char_length(fold)) = fold and starts_with(bound, start) and bound <> start then
            last_entry := bound;
            bound := bound || beyond;
        end if;
    end if;
    while jumped and found_count < most loop
        jumped := false;
        for o in select x.* from storage.stored_object x
                 where x.bucket_id = bucket and x.key >= bound
                 order by x.key loop
            exit when not starts_with(o.key, start) or found_count = most;
            continue when o.key = bound and not inclusive;
            cut := case when fold = '' then 0 else position(fold in substr(o.key, char_length(start) + 1)) end;
            if cut = 0 then
                name := o.key; folded := false; size := o.size; etag := o.etag; modified_at := o.modified_at;
                checksum_algorithm := o.checksum_algorithm; checksum_type := o.checksum_type;
                found_count := found_count + 1;
                return next;
                continue;
            end if;
            entry := start || substr(o.key, char_length(start) + 1, cut + char_length(fold) - 1);
            if entry <> last_entry then
                name := entry; folded := true; size := null; etag := null; modified_at := null;
                checksum_algorithm := null; checksum_type := null;
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

-- Buckets are deleted empty; unfinished uploads go with them.
create function storage.delete_bucket(bucket_name text)
    returns table (outcome text, parts uuid[], sizes bigint[])
    language plpgsql as $$
declare
    b storage.bucket;
begin
    perform storage.lock_usage();
    select x.* into b from storage.bucket x where x.name = bucket_name;
    if b.bucket_id is null then
        outcome := 'NO_SUCH_BUCKET';
    elsif exists (select from storage.stored_object o where o.bucket_id = b.bucket_id) then
        outcome := 'BUCKET_NOT_EMPTY';
    else
        select array_agg(p.body_id), array_agg(p.size) into parts, sizes
        from storage.part p join storage.upload u on u.upload_id = p.upload_id
        where u.bucket_id = b.bucket_id;
        delete from storage.bucket x where x.bucket_id = b.bucket_id;
        update storage.usage u set bytes = u.bytes - b.pending_bytes;
        outcome := 'DONE';
    end if;
    return next;
end
$$;
