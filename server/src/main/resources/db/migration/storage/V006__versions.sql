-- Versions. What a listing shows stays in stored_object; everything that is not current, and delete markers, are
-- object_version's. So a bucket without versions pays nothing for them, and a listing skips nothing.

alter table storage.bucket
    add column versioning text check (versioning in ('ENABLED', 'SUSPENDED')),
    add column object_lock boolean not null default false,
    add constraint locked_buckets_are_versioned check (not object_lock or versioning is not distinct from 'ENABLED');
comment on column storage.bucket.versioning is 'null: never enabled';
comment on column storage.bucket.object_lock is 'whether its objects can be locked; that is for good';

alter table storage.stored_object
    add column version_id uuid,
    add column number bigint not null default 1,
    add column encryption text,
    add column tags jsonb,
    add column lock_mode text check (lock_mode in ('GOVERNANCE', 'COMPLIANCE')),
    add column retain_until timestamptz,
    add column legal_hold boolean,
    add column acl text,
    add column upload_id uuid;
comment on column storage.stored_object.version_id is 'null: the null version';
comment on column storage.stored_object.number is 'orders the versions of a key; no clock does';
comment on column storage.stored_object.encryption is 'AES256, or C and the MD5 of the customer''s key; null: in the clear';
comment on column storage.stored_object.legal_hold is 'null: nobody ever set one';
comment on column storage.stored_object.acl is 'null: private';
comment on column storage.stored_object.upload_id is 'the multipart upload that it was, for whoever completes it again';

alter table storage.upload add column encryption text, add column marks jsonb;

create table storage.object_version (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    key text not null collate "C" check (octet_length(key) between 1 and 1024),
    number bigint not null,
    version_id uuid,
    noncurrent_at timestamptz,
    is_marker boolean not null,
    size bigint not null default 0 check (size >= 0),
    etag text not null default '',
    modified_at timestamptz not null,
    headers jsonb not null default '{}',
    user_headers jsonb not null default '{}',
    checksum_algorithm text,
    checksum_type text,
    checksum text,
    body_ids uuid[] not null default '{}',
    body_sizes bigint[] not null default '{}',
    described boolean not null default true,
    encryption text,
    tags jsonb,
    lock_mode text check (lock_mode in ('GOVERNANCE', 'COMPLIANCE')),
    retain_until timestamptz,
    legal_hold boolean,
    acl text,
    upload_id uuid,
    primary key (tenant_id, bucket_id, key, number),
    unique nulls not distinct (tenant_id, bucket_id, key, version_id)
);
comment on table storage.object_version is 'noncurrent versions, and delete markers, current ones too';
comment on column storage.object_version.noncurrent_at is 'null: the current version, which is a delete marker';
call dure.isolate('storage.object_version');
create index object_version_by_body on storage.object_version ((body_ids[1])) where not described;
create index object_version_by_bodies on storage.object_version using gin (body_ids) where cardinality(body_ids) > 1;
create index object_version_by_age on storage.object_version (tenant_id, bucket_id, noncurrent_at);

drop function storage.put_objects;
drop function storage.delete_objects;
drop function storage.complete_upload;
drop function storage.delete_bucket;

-- Lets the current version of a key be one of the past.
create procedure storage.retire(bucket uuid, object_key text, at timestamptz)
    language plpgsql as $$
begin
    with gone as (
        delete from storage.stored_object o where o.bucket_id = bucket and o.key = object_key returning o.*
    )
    insert into storage.object_version (bucket_id, key, number, version_id, noncurrent_at, is_marker, size, etag,
        modified_at, headers, user_headers, checksum_algorithm, checksum_type, checksum, body_ids, body_sizes,
        described, encryption, tags, lock_mode, retain_until, legal_hold, acl, upload_id)
    select g.bucket_id, g.key, g.number, g.version_id, at, false, g.size, g.etag, g.modified_at, g.headers,
           g.user_headers, g.checksum_algorithm, g.checksum_type, g.checksum, g.body_ids, g.body_sizes, g.described,
           g.encryption, g.tags, g.lock_mode, g.retain_until, g.legal_hold, g.acl, g.upload_id
    from gone g;
    update storage.object_version v set noncurrent_at = at
    where v.bucket_id = bucket and v.key = object_key and v.noncurrent_at is null;
end
$$;

-- Lets the newest version of the past be the current one, where there is no current one.
create procedure storage.promote(bucket uuid, object_key text)
    language plpgsql as $$
declare
    newest storage.object_version;
begin
    if exists (select from storage.stored_object o where o.bucket_id = bucket and o.key = object_key) then
        return;
    end if;
    select * into newest from storage.object_version v
    where v.bucket_id = bucket and v.key = object_key
    order by v.number desc limit 1;
    if newest.is_marker then
        update storage.object_version v set noncurrent_at = null
        where v.bucket_id = bucket and v.key = object_key and v.number = newest.number;
    elsif newest.key is not null then
        delete from storage.object_version v
        where v.bucket_id = bucket and v.key = object_key and v.number = newest.number;
        insert into storage.stored_object (bucket_id, key, number, version_id, size, etag, modified_at, headers,
            user_headers, checksum_algorithm, checksum_type, checksum, body_ids, body_sizes, described, encryption,
            tags, lock_mode, retain_until, legal_hold, acl, upload_id)
        values (newest.bucket_id, newest.key, newest.number, newest.version_id, newest.size, newest.etag,
            newest.modified_at, newest.headers, newest.user_headers, newest.checksum_algorithm, newest.checksum_type,
            newest.checksum, newest.body_ids, newest.body_sizes, newest.described, newest.encryption, newest.tags,
            newest.lock_mode, newest.retain_until, newest.legal_hold, newest.acl, newest.upload_id);
    end if;
end
$$;

create function storage.is_locked(mode text, until timestamptz, hold boolean, at timestamptz, bypass boolean)
    returns boolean
    language sql immutable
    return hold or (until > at and (mode = 'COMPLIANCE' or not bypass));

-- Puts one object in the place of the current one, or above it.
create function storage.put_object(
    b storage.bucket, held bigint, quota bigint, more_bytes bigint, object_key text, version uuid, object_size bigint,
    object_etag text, at timestamptz, object_headers text, object_user_headers text, algorithm text, type text,
    sum text, bodies text, sizes text, cipher text, marks jsonb, condition text,
    out outcome text, out version_id uuid, out replaced uuid[], out replaced_sizes bigint[], out growth bigint,
    out new_objects int)
    language plpgsql as $$
declare
    old storage.stored_object;
    old_null storage.object_version;
    next_number bigint;
begin
    growth := 0;
    new_objects := 0;
    select * into old from storage.stored_object o where o.bucket_id = b.bucket_id and o.key = object_key;
    outcome := storage.condition_outcome(condition, old.etag);
    if outcome <> 'DONE' then
        return;
    end if;
    growth := object_size;
    if b.versioning is null or (b.versioning = 'SUSPENDED' and old.version_id is null) then
        growth := growth - coalesce(old.size, 0);
    end if;
    if growth > 0
        and (held + growth > quota or b.bytes + b.pending_bytes + more_bytes + growth > b.quota_bytes) then
        outcome := 'QUOTA_EXCEEDED';
        growth := 0;
        return;
    end if;
    next_number := old.number;
    if b.versioning is null then
        replaced := old.body_ids;
        replaced_sizes := old.body_sizes;
    else
        if old.key is null then
            select max(v.number) into next_number
            from storage.object_version v where v.bucket_id = b.bucket_id and v.key = object_key;
        end if;
        next_number := coalesce(next_number, 0) + 1;
        if b.versioning = 'ENABLED' then
            version_id := version;
            call storage.retire(b.bucket_id, object_key, at);
        elsif old.key is not null and old.version_id is null then
            replaced := old.body_ids;
            replaced_sizes := old.body_sizes;
        else
            call storage.retire(b.bucket_id, object_key, at);
            delete from storage.object_version v
            where v.bucket_id = b.bucket_id and v.key = object_key and v.version_id is null
            returning * into old_null;
            replaced := old_null.body_ids;
            replaced_sizes := old_null.body_sizes;
            growth := growth - coalesce(old_null.size, 0);
        end if;
    end if;
    insert into storage.stored_object as o (bucket_id, key, number, version_id, size, etag, modified_at, headers,
        user_headers, checksum_algorithm, checksum_type, checksum, body_ids, body_sizes, described, encryption, tags,
        lock_mode, retain_until, legal_hold, acl)
    values (b.bucket_id, object_key, coalesce(next_number, 1), put_object.version_id, object_size, object_etag, at,
        object_headers::jsonb, object_user_headers::jsonb, algorithm, type, sum, bodies::uuid[], sizes::bigint[],
        true, cipher, marks -> 'tags', marks ->> 'mode', (marks ->> 'until')::timestamptz,
        (marks ->> 'hold')::boolean, marks ->> 'acl')
    on conflict (tenant_id, bucket_id, key) do update
    set number = excluded.number, version_id = excluded.version_id, size = excluded.size, etag = excluded.etag,
        modified_at = excluded.modified_at, headers = excluded.headers, user_headers = excluded.user_headers,
        checksum_algorithm = excluded.checksum_algorithm, checksum_type = excluded.checksum_type,
        checksum = excluded.checksum, body_ids = excluded.body_ids, body_sizes = excluded.body_sizes,
        described = true, encryption = excluded.encryption, tags = excluded.tags, lock_mode = excluded.lock_mode,
        retain_until = excluded.retain_until, legal_hold = excluded.legal_hold, acl = excluded.acl, upload_id = null;
    new_objects := case when old.key is null then 1 else 0 end;
end
$$;

-- Puts objects into a bucket, in order. What usually comes, objects without conditions that all fit, into a bucket without
-- versions, goes in by one statement; the rest one by one. Of what then only is there, and replaced nothing, nothing is
-- told: there is a row for each other one, with its place from 1.
--
-- Like find_objects, it may be called outside a transaction, and says itself whose rows it sees.
create function storage.put_objects(
    tenant uuid, quota bigint, bucket_name text, keys text[], versions uuid[], sizes bigint[], etags text[],
    times timestamptz[], headers_of text[], user_headers_of text[], algorithms text[], types text[], checksums text[],
    bodies text[], sizes_of text[], ciphers text[], marks_of text[], conditions text[])
    returns table (place int, outcome text, versioning text, version_id uuid, replaced uuid[], replaced_sizes bigint[])
    language plpgsql as $$
declare
    held bigint;
    coming bigint;
    usual boolean;
    b storage.bucket;
    one record;
    new_bytes bigint := 0;
    new_objects bigint := 0;
begin
    perform set_config('dure.tenant', tenant::text, true);
    held := storage.lock_usage();
    select * into b from storage.bucket x where x.name = bucket_name;
    select sum(p.size),
           bool_and(p.condition = '' and (p.marks is null or not p.marks::jsonb ?| array['mode', 'hold']))
               and count(distinct p.key collate "C") = count(*)
    into coming, usual
    from unnest(keys, sizes, conditions, marks_of) p (key, size, condition, marks);
    if usual and b.bucket_id is not null and b.versioning is null and held + coming <= quota
        and (b.quota_bytes is null or b.bytes + b.pending_bytes + coming <= b.quota_bytes) then
        return query
        with put as (
            insert into storage.stored_object as o (bucket_id, key, size, etag, modified_at, headers, user_headers,
                checksum_algorithm, checksum_type, checksum, body_ids, body_sizes, encryption, tags, acl)
            select b.bucket_id, c.key, c.size, c.etag, c.modified_at, c.headers::jsonb, c.user_headers::jsonb,
                   c.algorithm, c.type, c.checksum, c.body_ids::uuid[], c.body_sizes::bigint[], c.cipher,
                   c.marks::jsonb -> 'tags', c.marks::jsonb ->> 'acl'
            from unnest(keys, sizes, etags, times, headers_of, user_headers_of, algorithms, types, checksums, bodies,
                        sizes_of, ciphers, marks_of)
                c (key, size, etag, modified_at, headers, user_headers, algorithm, type, checksum, body_ids,
                   body_sizes, cipher, marks)
            on conflict (tenant_id, bucket_id, key) do update
            set size = excluded.size, etag = excluded.etag, modified_at = excluded.modified_at,
                headers = excluded.headers, user_headers = excluded.user_headers,
                checksum_algorithm = excluded.checksum_algorithm, checksum_type = excluded.checksum_type,
                checksum = excluded.checksum, body_ids = excluded.body_ids, body_sizes = excluded.body_sizes,
                described = true, encryption = excluded.encryption, tags = excluded.tags, acl = excluded.acl,
                upload_id = null
            returning new.key, new.size, old.size as old_size, old.key as old_key, old.body_ids as old_ids,
                      old.body_sizes as old_sizes
        ), grown as (
            select sum(p.size - coalesce(p.old_size, 0)) as bytes, count(*) filter (where p.old_key is null) as objects
            from put p
        ), counted as (
            update storage.bucket x
            set bytes = x.bytes + g.bytes, objects = x.objects + g.objects
            from grown g
            where x.bucket_id = b.bucket_id
        ), held_now as (
            update storage.usage u set bytes = u.bytes + (select g.bytes from grown g)
        )
        select array_position(keys, p.key), 'DONE', null::text, null::uuid, p.old_ids, p.old_sizes
        from put p
        where p.old_key is not null;
        return;
    end if;
    versioning := b.versioning;
    for i in 1 .. cardinality(keys) loop
        place := i;
        version_id := null;
        replaced := null;
        replaced_sizes := null;
        if b.bucket_id is null then
            outcome := 'NO_SUCH_BUCKET';
        elsif not b.object_lock and marks_of[i]::jsonb ?| array['mode', 'hold'] then
            outcome := 'OBJECT_LOCK_MISSING';
        else
            select * into one from storage.put_object(
                b, held, quota, new_bytes, keys[i], versions[i], sizes[i], etags[i], times[i], headers_of[i],
                user_headers_of[i], algorithms[i], types[i], checksums[i], bodies[i], sizes_of[i], ciphers[i],
                marks_of[i]::jsonb, conditions[i]);
            outcome := one.outcome;
            version_id := one.version_id;
            replaced := one.replaced;
            replaced_sizes := one.replaced_sizes;
            held := held + one.growth;
            new_bytes := new_bytes + one.growth;
            new_objects := new_objects + one.new_objects;
        end if;
        return next;
    end loop;
    call storage.add_to_bucket(b.bucket_id, new_bytes, new_objects, 0);
end
$$;

-- Current objects in order; without a bucket where there is none, without a key where there is no object. The bucket is
-- asked for on its own: of a join without statistics, PostgreSQL may choose to look for the key in all buckets.
create function storage.find_objects(tenant uuid, names text[], keys text[])
    returns table (has_bucket boolean, versioning text, key text, size bigint, etag text, modified_at timestamptz,
                   headers text, user_headers text, checksum_algorithm text, checksum_type text, checksum text,
                   body_ids uuid[], body_sizes bigint[], version_id uuid, encryption text, tags text, lock_mode text,
                   retain_until timestamptz, legal_hold boolean, acl text)
    language plpgsql as $$
begin
    perform set_config('dure.tenant', tenant::text, true);
    return query
    select p.bucket_id is not null, p.versioning, o.key, o.size, o.etag, o.modified_at, o.headers::text,
           o.user_headers::text, o.checksum_algorithm, o.checksum_type, o.checksum, o.body_ids, o.body_sizes,
           o.version_id, o.encryption, o.tags::text, o.lock_mode, o.retain_until, o.legal_hold, o.acl
    from (select w.key, w.place, b.bucket_id, b.versioning
          from unnest(names, keys) with ordinality w (name, key, place)
          left join storage.bucket b on b.name = w.name offset 0) p
    left join storage.stored_object o on o.bucket_id = p.bucket_id and o.key = p.key
    order by p.place;
end
$$;

-- Deletes objects in order: where a version is named, that version; otherwise the current one, which in a bucket with
-- versions means that a marker comes to stand above it. What is not there is deleted already.
create function storage.delete_objects(
    bucket_name text, keys text[], named text[], markers uuid[], conditions text[], at timestamptz, bypass boolean)
    returns table (outcome text, versioning text, version_id uuid, is_marker boolean, body_ids uuid[],
                   body_sizes bigint[])
    language plpgsql as $$
declare
    b storage.bucket;
    old storage.stored_object;
    past storage.object_version;
    wanted uuid;
    gone_bytes bigint := 0;
    gone_objects bigint := 0;
    next_number bigint;
begin
    perform storage.lock_usage();
    select * into b from storage.bucket x where x.name = bucket_name;
    versioning := b.versioning;
    for i in 1 .. cardinality(keys) loop
        outcome := 'DONE';
        version_id := null;
        is_marker := false;
        body_ids := null;
        body_sizes := null;
        if b.bucket_id is null then
            outcome := 'NO_SUCH_BUCKET';
            return next;
            continue;
        end if;
        select * into old from storage.stored_object o where o.bucket_id = b.bucket_id and o.key = keys[i];
        outcome := storage.condition_outcome(conditions[i], old.etag);
        if outcome <> 'DONE' then
            return next;
            continue;
        end if;
        if named[i] is not null then
            wanted := nullif(named[i], 'null')::uuid;
            version_id := wanted;
            if old.key is not null and old.version_id is not distinct from wanted then
                if storage.is_locked(old.lock_mode, old.retain_until, old.legal_hold, at, bypass) then
                    outcome := 'LOCKED';
                else
                    delete from storage.stored_object o where o.bucket_id = b.bucket_id and o.key = keys[i];
                    body_ids := old.body_ids;
                    body_sizes := old.body_sizes;
                    gone_bytes := gone_bytes + old.size;
                    gone_objects := gone_objects + 1;
                    if b.versioning is not null then
                        call storage.promote(b.bucket_id, keys[i]);
                        gone_objects := gone_objects - (
                            select count(*) from storage.stored_object o
                            where o.bucket_id = b.bucket_id and o.key = keys[i]);
                    end if;
                end if;
            else
                select * into past from storage.object_version v
                where v.bucket_id = b.bucket_id and v.key = keys[i] and v.version_id is not distinct from wanted;
                if past.key is not null
                    and storage.is_locked(past.lock_mode, past.retain_until, past.legal_hold, at, bypass) then
                    outcome := 'LOCKED';
                elsif past.key is not null then
                    delete from storage.object_version v
                    where v.bucket_id = b.bucket_id and v.key = keys[i] and v.number = past.number;
                    is_marker := past.is_marker;
                    body_ids := past.body_ids;
                    body_sizes := past.body_sizes;
                    gone_bytes := gone_bytes + past.size;
                    if past.noncurrent_at is null then
                        call storage.promote(b.bucket_id, keys[i]);
                        gone_objects := gone_objects - (
                            select count(*) from storage.stored_object o
                            where o.bucket_id = b.bucket_id and o.key = keys[i]);
                    end if;
                end if;
            end if;
        elsif b.versioning is null then
            if old.key is not null then
                delete from storage.stored_object o where o.bucket_id = b.bucket_id and o.key = keys[i];
                body_ids := old.body_ids;
                body_sizes := old.body_sizes;
                gone_bytes := gone_bytes + old.size;
                gone_objects := gone_objects + 1;
            end if;
        else
            is_marker := true;
            if b.versioning = 'ENABLED' then
                version_id := markers[i];
            end if;
            next_number := old.number;
            if old.key is null then
                select max(v.number) into next_number
                from storage.object_version v where v.bucket_id = b.bucket_id and v.key = keys[i];
            else
                gone_objects := gone_objects + 1;
            end if;
            call storage.retire(b.bucket_id, keys[i], at);
            if b.versioning = 'SUSPENDED' then
                delete from storage.object_version v
                where v.bucket_id = b.bucket_id and v.key = keys[i] and v.version_id is null
                returning * into past;
                if past.key is not null then
                    body_ids := past.body_ids;
                    body_sizes := past.body_sizes;
                    gone_bytes := gone_bytes + past.size;
                end if;
            end if;
            insert into storage.object_version (bucket_id, key, number, version_id, is_marker, modified_at)
            values (b.bucket_id, keys[i], coalesce(next_number, 0) + 1, delete_objects.version_id, true, at);
        end if;
        return next;
    end loop;
    call storage.add_to_bucket(b.bucket_id, -gone_bytes, -gone_objects, 0);
end
$$;

-- Turns an upload into an object. Whatever refuses it raises nothing and changes nothing: the checks come first.
create function storage.complete_upload(
    bucket_name text, upload uuid, object_key text, version uuid, object_size bigint, object_etag text, at timestamptz,
    object_headers text, object_user_headers text, algorithm text, type text, sum text, bodies uuid[],
    sizes bigint[], cipher text, marks text, condition text)
    returns table (outcome text, versioning text, version_id uuid, unreferenced uuid[], unreferenced_sizes bigint[])
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
        dure.tenant(), 9223372036854775807, bucket_name, array[object_key], array[version], array[object_size],
        array[object_etag], array[at], array[object_headers], array[object_user_headers], array[algorithm],
        array[type], array[sum], array[bodies::text], array[sizes::text], array[cipher], array[marks], array['']);
    outcome := coalesce(put.outcome, 'DONE');
    versioning := put.versioning;
    version_id := put.version_id;
    select coalesce(array_agg(p.id), '{}'), coalesce(array_agg(p.size), '{}') into left_ids, left_sizes
    from unnest(ended.parts, ended.sizes) p (id, size)
    where p.id <> all (bodies);
    unreferenced := put.replaced || left_ids;
    unreferenced_sizes := put.replaced_sizes || left_sizes;
    return next;
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
    elsif exists (select from storage.stored_object o where o.bucket_id = b.bucket_id)
        or exists (select from storage.object_version v where v.bucket_id = b.bucket_id) then
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

-- Changes what may change of an object that is there: its tags, its list of rights, its retention or its legal hold.
create function storage.mark_object(
    bucket_name text, object_key text, named text, what text, value jsonb, at timestamptz, bypass boolean)
    returns table (outcome text, versioning text, version_id uuid)
    language plpgsql as $$
declare
    b storage.bucket;
    o record;
    place text;
    until timestamptz := (value ->> 'until')::timestamptz;
    mode text := value ->> 'mode';
begin
    perform storage.lock_usage();
    select * into b from storage.bucket x where x.name = bucket_name;
    versioning := b.versioning;
    select f.* into o
    from (
        select 'stored_object' as place, x.number, x.version_id, false as is_marker, x.lock_mode, x.retain_until,
               true as latest
        from storage.stored_object x where x.bucket_id = b.bucket_id and x.key = object_key
        union all
        select 'object_version', v.number, v.version_id, v.is_marker, v.lock_mode, v.retain_until,
               v.noncurrent_at is null
        from storage.object_version v where v.bucket_id = b.bucket_id and v.key = object_key
    ) f
    where case when named is null then f.latest else f.version_id is not distinct from nullif(named, 'null')::uuid end;
    version_id := o.version_id;
    outcome := case
        when b.bucket_id is null then 'NO_SUCH_BUCKET'
        when o.place is null then case when named is null then 'NO_SUCH_KEY' else 'NO_SUCH_VERSION' end
        when o.is_marker then case when named is null then 'NO_SUCH_KEY' else 'METHOD_NOT_ALLOWED' end
        when what in ('RETENTION', 'HOLD') and not b.object_lock then 'OBJECT_LOCK_MISSING'
        when what = 'RETENTION' and o.retain_until > at
            and not coalesce(until >= o.retain_until and mode = o.lock_mode, false)
            and (o.lock_mode = 'COMPLIANCE' or not bypass) then 'LOCKED'
        else 'DONE'
    end;
    if outcome = 'DONE' then
        execute format(
            $update$
            update storage.%I o
            set tags = case when $3 = 'TAGS' then $4 else o.tags end,
                acl = case when $3 = 'ACL' then $4 ->> 'acl' else o.acl end,
                legal_hold = case when $3 = 'HOLD' then ($4 ->> 'hold')::boolean else o.legal_hold end,
                lock_mode = case when $3 = 'RETENTION' then $5 else o.lock_mode end,
                retain_until = case when $3 = 'RETENTION' then $6 else o.retain_until end
            where o.bucket_id = $1 and o.key = $2 and o.number = $7
            $update$, o.place)
        using b.bucket_id, object_key, what, value, mode, until, o.number;
    end if;
    return next;
end
$$;
