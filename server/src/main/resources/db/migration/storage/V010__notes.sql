-- Notes: slices without bytes in the store that say what no object's bytes do, so that these tables can be made anew
-- from there. Those of versions stand last in their body_ids, with a size of 0: a multipart object's manifest, then what
-- its marks were changed to; a delete marker's is all it has.

alter table storage.bucket
    add column note_id uuid,
    add column change bigint not null default 1,
    add column noted_change bigint not null default 0;
comment on column storage.bucket.note_id is 'the body that says how the bucket is configured; null: not noted yet';
comment on column storage.bucket.change is 'counts changes of what is noted, whoever makes them';
comment on column storage.bucket.noted_change is 'the change that the note tells of: if it is not the newest, a job writes another';

create function storage.count_change() returns trigger
    language plpgsql as $$
begin
    new.change := old.change + 1;
    return new;
end
$$;

create trigger count_change before update of versioning, object_lock, quota_bytes, soft_quota_bytes on storage.bucket
    for each row when ((old.versioning, old.object_lock, old.quota_bytes, old.soft_quota_bytes)
        is distinct from (new.versioning, new.object_lock, new.quota_bytes, new.soft_quota_bytes))
    execute function storage.count_change();

create function storage.count_change_of_document() returns trigger
    language plpgsql as $$
begin
    update storage.bucket b set change = b.change + 1
    where b.tenant_id = coalesce(new.tenant_id, old.tenant_id) and b.bucket_id = coalesce(new.bucket_id, old.bucket_id);
    return null;
end
$$;

create trigger count_change_of_document after insert or update or delete on storage.bucket_document
    for each row execute function storage.count_change_of_document();

create table storage.namespace_note (
    tenant_id uuid primary key default dure.tenant(),
    text text not null,
    note_id uuid not null
);
comment on table storage.namespace_note is 'where it is noted in the store whose bodies they are';
comment on column storage.namespace_note.text is 'what the note says, so that it is written anew when that changes';
call dure.isolate('storage.namespace_note');

-- Has rows of the organisation in scope name copies of bodies, one after the other, since a row may name several.
-- Returns the copies that are named now.
create function storage.move_bodies(
    buckets text[], keys text[], uploads uuid[], numbers int[], bodies uuid[], copies uuid[])
    returns setof uuid
    language plpgsql as $$
declare
    bucket uuid;
    is_named boolean;
begin
    perform storage.lock_usage();
    for i in 1 .. cardinality(bodies) loop
        select b.bucket_id into bucket from storage.bucket b where b.name = buckets[i];
        update storage.stored_object o set body_ids = array_replace(o.body_ids, bodies[i], copies[i])
        where o.bucket_id = bucket and o.key = keys[i] and o.body_ids @> array[bodies[i]];
        is_named := found;
        if not is_named then
            update storage.object_version v set body_ids = array_replace(v.body_ids, bodies[i], copies[i])
            where v.bucket_id = bucket and v.key = keys[i] and v.body_ids @> array[bodies[i]];
            is_named := found;
        end if;
        if not is_named and uploads[i] is not null then
            update storage.part p set body_id = copies[i]
            where p.upload_id = uploads[i] and p.number = numbers[i] and p.body_id = bodies[i];
            is_named := found;
        end if;
        if not is_named and keys[i] = '' then
            update storage.bucket b set note_id = copies[i] where b.bucket_id = bucket and b.note_id = bodies[i];
            is_named := found;
            update storage.namespace_note n set note_id = copies[i] where n.note_id = bodies[i];
            is_named := is_named or found;
        end if;
        if is_named then
            return next copies[i];
        end if;
    end loop;
end
$$;

-- What was found in a store whose database is lost, while its rows are being made anew. Not logged: whoever was
-- interrupted begins again.
create unlogged table storage.found (
    tenant_id uuid not null,
    place uuid not null,
    sequence bigint not null,
    kind text not null check (kind in ('OBJECT', 'PART', 'MANIFEST', 'MARKER', 'MARKS', 'BUCKET', 'NAMESPACE')),
    bucket text not null collate "C",
    key text not null collate "C",
    version_id uuid,
    upload_id uuid,
    number int,
    size bigint not null,
    etag text not null,
    at timestamptz not null,
    headers jsonb,
    user_headers jsonb,
    checksum_algorithm text,
    checksum_type text,
    checksum text,
    encryption text,
    marks jsonb,
    parts jsonb,
    more jsonb,
    body_ids uuid[],
    body_sizes bigint[]
);
comment on column storage.found.parts is 'of a manifest: number, size and ETag of each';
comment on column storage.found.more is 'what a note of a bucket or of a namespace says';
comment on column storage.found.body_ids is 'of a version; null for a manifest of which parts are missing';
call dure.isolate('storage.found');
create index found_by_key on storage.found (tenant_id, bucket, key) where kind <> 'PART';
create index found_by_part on storage.found (tenant_id, upload_id, number) where kind = 'PART';
create index found_by_kind on storage.found (kind) where kind in ('BUCKET', 'NAMESPACE', 'MANIFEST');

-- A row of the operator's own, from when rows were made anew until the store is marked as this database's: so that whoever
-- fails in between does the rest alone.
create table storage.unadopted (
    tenant_id uuid primary key default dure.tenant(),
    result jsonb not null
);
comment on column storage.unadopted.result is 'what making the rows came to';
call dure.isolate('storage.unadopted');

create procedure storage.forget_found()
    language sql security definer set search_path = pg_catalog
    as 'truncate storage.found';

create procedure storage.analyze_found()
    language sql security definer set search_path = pg_catalog
    as 'analyze storage.found';

revoke execute on procedure storage.forget_found(), storage.analyze_found() from public, dure_app;
grant execute on procedure storage.forget_found(), storage.analyze_found() to dure_system;

-- Makes buckets, objects and versions of what was found, of all organisations: to be called in a system scope. Nobody
-- can make a bucket meanwhile.
create function storage.rebuild(
    out refused boolean, out buckets bigint, out unnoted_buckets bigint, out objects bigint, out versions bigint,
    out markers bigint, out bytes numeric)
    language plpgsql as $$
begin
    lock table storage.bucket in share row exclusive mode;
    refused := exists (select from storage.bucket);
    if refused then
        return;
    end if;

    -- A manifest names its parts by what they are, for compaction may have moved them.
    update storage.found m
    set body_ids = p.places || m.place, body_sizes = p.sizes || 0::bigint, size = p.size
    from (
        select f.place,
               array_agg(x.place order by l.nth) as places,
               array_agg((l.part ->> 1)::bigint order by l.nth) as sizes,
               sum((l.part ->> 1)::bigint) as size
        from storage.found f
        cross join lateral jsonb_array_elements(f.parts) with ordinality l (part, nth)
        left join lateral (
            select y.place from storage.found y
            where y.kind = 'PART' and y.tenant_id = f.tenant_id and y.upload_id = f.upload_id
              and y.number = (l.part ->> 0)::int and y.size = (l.part ->> 1)::bigint and y.etag = l.part ->> 2
            order by y.sequence desc limit 1
        ) x on true
        where f.kind = 'MANIFEST'
        group by f.place
        having count(x.place) = count(*)
    ) p
    where m.kind = 'MANIFEST' and m.place = p.place;

    -- The newest note of a bucket is how it is configured. One without a note, or of which more is there than its note
    -- knew of, is taken to have versions, so that nothing that was kept is lost.
    insert into storage.bucket (tenant_id, bucket_id, name, created_at, quota_bytes, soft_quota_bytes, versioning,
        object_lock, note_id, change, noted_change)
    select k.tenant_id, gen_random_uuid(), k.bucket, coalesce(n.at, k.since),
           (n.more ->> 'quotaBytes')::bigint, (n.more ->> 'softQuotaBytes')::bigint,
           case when n.place is null or k.has_versions and n.more ->> 'versioning' = 'NEVER' then 'ENABLED'
                else nullif(n.more ->> 'versioning', 'NEVER') end,
           coalesce((n.more ->> 'objectLock')::boolean, false), n.place, 1,
           case when n.place is null or k.has_versions and n.more ->> 'versioning' = 'NEVER' then 0 else 1 end
    from (
        select f.tenant_id, f.bucket, min(f.at) as since,
               bool_or(f.kind = 'MARKER'
                       or f.kind in ('OBJECT', 'MANIFEST') and f.version_id is not null) as has_versions
        from storage.found f
        where f.bucket <> '' and f.kind <> 'PART' and (f.kind <> 'MANIFEST' or f.body_ids is not null)
        group by f.tenant_id, f.bucket
        having bool_or(f.kind <> 'MARKS')
    ) k
    left join (
        select distinct on (f.tenant_id, f.bucket) f.*
        from storage.found f
        where f.kind = 'BUCKET'
        order by f.tenant_id, f.bucket, f.sequence desc, f.place
    ) n on n.tenant_id = k.tenant_id and n.bucket = k.bucket;

    insert into storage.bucket_document (tenant_id, bucket_id, kind, text)
    select b.tenant_id, b.bucket_id, d.key, d.value
    from storage.bucket b
    join storage.found n on n.place = b.note_id and n.tenant_id = b.tenant_id and n.kind = 'BUCKET'
    cross join lateral jsonb_each_text(n.more -> 'documents') d;
    update storage.bucket b set noted_change = b.change where b.noted_change = 1;

    insert into storage.namespace_note (tenant_id, text, note_id)
    select distinct on (f.tenant_id) f.tenant_id, f.more ->> 'text', f.place
    from storage.found f
    where f.kind = 'NAMESPACE'
    order by f.tenant_id, f.sequence desc, f.place
    on conflict (tenant_id) do update set text = excluded.text, note_id = excluded.note_id;

    -- Of bodies that say they are the same version, the later is it: it was put in the place of the other, or is its
    -- copy. The order of bodies is that of versions.
    with births as (
        select distinct on (b.tenant_id, b.bucket_id, f.key, case when b.versioning is not null then f.version_id end)
               b.bucket_id, case when b.versioning is not null then f.version_id end as own_version, f.*
        from storage.found f
        join storage.bucket b on b.tenant_id = f.tenant_id and b.name = f.bucket
        where f.body_ids is not null and f.kind in ('OBJECT', 'MANIFEST', 'MARKER')
        order by b.tenant_id, b.bucket_id, f.key, case when b.versioning is not null then f.version_id end,
                 f.sequence desc, f.place
    ), marked as (
        select v.*, n.place as note_id, coalesce(n.marks, case when n.place is null then v.marks end) as new_marks,
               case when n.place is not null and v.marks ->> 'mode' = 'COMPLIANCE'
                        and (v.marks ->> 'until')::timestamptz > n.at
                    then (v.marks ->> 'until')::timestamptz end as born_until
        from births v
        left join lateral (
            select x.place, x.marks, x.at from storage.found x
            where x.kind = 'MARKS' and x.tenant_id = v.tenant_id and x.bucket = v.bucket and x.key = v.key
              and x.version_id is not distinct from v.own_version and x.sequence > v.sequence
            order by x.sequence desc, x.place limit 1
        ) n on v.kind <> 'MARKER'
    ), kept as (
        -- What is retained for compliance nobody could have loosened: a note that does was refused.
        select m.*, greatest(m.born_until, (
            select max((x.marks ->> 'until')::timestamptz)
            from storage.found x
            join storage.found newest on newest.place = m.note_id and newest.kind = 'MARKS'
                and newest.tenant_id = m.tenant_id and newest.bucket = m.bucket and newest.key = m.key
            where m.note_id is not null and x.kind = 'MARKS' and x.tenant_id = m.tenant_id and x.bucket = m.bucket
              and x.key = m.key and x.version_id is not distinct from m.own_version and x.sequence > m.sequence
              and x.marks ->> 'mode' = 'COMPLIANCE' and (x.marks ->> 'until')::timestamptz > newest.at)) as held_until
        from marked m
    ), ranked as materialized (
        select k.*,
               row_number() over w as nth,
               lead(k.at) over w as next_at,
               lead(k.sequence) over w is null as is_last,
               coalesce((k.new_marks ->> 'until')::timestamptz < k.held_until
                        or k.new_marks ->> 'mode' is distinct from 'COMPLIANCE', false)
                   and k.held_until is not null as is_held
        from kept k
        window w as (partition by k.tenant_id, k.bucket_id, k.key order by k.sequence, k.place)
    ), current as (
        insert into storage.stored_object (tenant_id, bucket_id, key, number, version_id, size, etag, modified_at, headers,
            user_headers, checksum_algorithm, checksum_type, checksum, body_ids, body_sizes, described, encryption, tags,
            lock_mode, retain_until, legal_hold, acl, upload_id)
        select r.tenant_id, r.bucket_id, r.key, r.nth, r.own_version, r.size, r.etag, r.at, coalesce(r.headers, '{}'),
               coalesce(r.user_headers, '{}'), r.checksum_algorithm, r.checksum_type, r.checksum,
               r.body_ids || case when r.note_id is not null then array[r.note_id] else '{}' end,
               r.body_sizes || case when r.note_id is not null then array[0::bigint] else '{}' end,
               true, r.encryption, r.new_marks -> 'tags',
               case when r.is_held then 'COMPLIANCE' else r.new_marks ->> 'mode' end,
               case when r.is_held then r.held_until else (r.new_marks ->> 'until')::timestamptz end,
               (r.new_marks ->> 'hold')::boolean, r.new_marks ->> 'acl', r.upload_id
        from ranked r
        where r.is_last and r.kind <> 'MARKER'
    )
    insert into storage.object_version (tenant_id, bucket_id, key, number, version_id, noncurrent_at, is_marker, size,
        etag, modified_at, headers, user_headers, checksum_algorithm, checksum_type, checksum, body_ids, body_sizes,
        described, encryption, tags, lock_mode, retain_until, legal_hold, acl, upload_id)
    select r.tenant_id, r.bucket_id, r.key, r.nth, r.own_version, r.next_at, r.kind = 'MARKER', r.size, r.etag, r.at,
           coalesce(r.headers, '{}'), coalesce(r.user_headers, '{}'), r.checksum_algorithm, r.checksum_type, r.checksum,
           r.body_ids || case when r.note_id is not null then array[r.note_id] else '{}' end,
           r.body_sizes || case when r.note_id is not null then array[0::bigint] else '{}' end,
           true, r.encryption, r.new_marks -> 'tags',
           case when r.is_held then 'COMPLIANCE' else r.new_marks ->> 'mode' end,
           case when r.is_held then r.held_until else (r.new_marks ->> 'until')::timestamptz end,
           (r.new_marks ->> 'hold')::boolean, r.new_marks ->> 'acl', r.upload_id
    from ranked r
    where not r.is_last or r.kind = 'MARKER';

    -- Where something is locked, it can be.
    update storage.bucket b set object_lock = true, versioning = 'ENABLED'
    where not b.object_lock and (
        exists (select from storage.stored_object o
                where o.tenant_id = b.tenant_id and o.bucket_id = b.bucket_id and (o.lock_mode is not null or o.legal_hold is not null))
        or exists (select from storage.object_version v
                   where v.tenant_id = b.tenant_id and v.bucket_id = b.bucket_id
                     and (v.lock_mode is not null or v.legal_hold is not null)));

    update storage.bucket b
    set bytes = coalesce(s.bytes, 0) + coalesce(p.bytes, 0), objects = coalesce(s.objects, 0)
    from storage.bucket x
    left join (select o.tenant_id, o.bucket_id, sum(o.size) as bytes, count(*) as objects
               from storage.stored_object o group by 1, 2) s on s.tenant_id = x.tenant_id and s.bucket_id = x.bucket_id
    left join (select v.tenant_id, v.bucket_id, sum(v.size) as bytes
               from storage.object_version v group by 1, 2) p on p.tenant_id = x.tenant_id and p.bucket_id = x.bucket_id
    where x.tenant_id = b.tenant_id and x.bucket_id = b.bucket_id;

    insert into storage.usage as u (tenant_id, bytes)
    select b.tenant_id, sum(b.bytes) from storage.bucket b group by b.tenant_id
    on conflict (tenant_id) do update set bytes = excluded.bytes;

    select count(*), count(*) filter (where b.note_id is null), coalesce(sum(b.objects), 0), coalesce(sum(b.bytes), 0)
    into buckets, unnoted_buckets, objects, bytes
    from storage.bucket b;
    select count(*) filter (where not v.is_marker), count(*) filter (where v.is_marker) into versions, markers
    from storage.object_version v;
end
$$;
