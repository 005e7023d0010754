-- Bodies describe themselves now: whether one is anybody's is asked by the key that it names. Only those of before need
-- an index of bodies.
alter table storage.stored_object add column described boolean not null default false;
alter table storage.stored_object alter column described set default true;
comment on column storage.stored_object.described is 'false: stored before bodies described themselves';
drop index storage.stored_object_by_body;
create index stored_object_by_body on storage.stored_object ((body_ids[1])) where not described;

alter function storage.put_objects rename to put_one_by_one;

-- Puts objects in order, in any buckets. What usually comes, objects without conditions that all fit, goes in by one
-- statement; the rest one by one.
create function storage.put_objects(
    quota bigint, names text[], keys text[], sizes bigint[], etags text[], times timestamptz[], headers_of text[],
    user_headers_of text[], algorithms text[], types text[], checksums text[], bodies text[], sizes_of text[],
    conditions text[])
    returns table (outcome text, replaced uuid[], replaced_sizes bigint[])
    language plpgsql as $$
declare
    held bigint := storage.lock_usage();
    coming bigint;
    usual boolean;
begin
    select sum(p.size), bool_and(p.condition = '') and count(distinct (p.name, p.key)) = count(*)
    into coming, usual
    from unnest(names, keys, sizes, conditions) p (name, key, size, condition);
    usual := usual and held + coming <= quota and not exists (
        select from (select distinct unnest(names)) n (name)
        left join storage.bucket b on b.name = n.name
        where b.bucket_id is null or b.bytes + b.pending_bytes + coming > b.quota_bytes);
    if not usual then
        return query select * from storage.put_one_by_one(
            quota, names, keys, sizes, etags, times, headers_of, user_headers_of, algorithms, types, checksums, bodies,
            sizes_of, conditions);
        return;
    end if;
    return query
    with coming as (
        select p.*, b.bucket_id
        from unnest(names, keys, sizes, etags, times, headers_of, user_headers_of, algorithms, types, checksums, bodies,
                    sizes_of)
            with ordinality p (name, key, size, etag, modified_at, headers, user_headers, algorithm, type, checksum,
                               body_ids, body_sizes, place)
        join storage.bucket b on b.name = p.name
    ), put as (
        insert into storage.stored_object as o (bucket_id, key, size, etag, modified_at, headers, user_headers,
            checksum_algorithm, checksum_type, checksum, body_ids, body_sizes)
        select c.bucket_id, c.key, c.size, c.etag, c.modified_at, c.headers::jsonb, c.user_headers::jsonb, c.algorithm,
               c.type, c.checksum, c.body_ids::uuid[], c.body_sizes::bigint[]
        from coming c
        on conflict (tenant_id, bucket_id, key) do update
        set size = excluded.size, etag = excluded.etag, modified_at = excluded.modified_at,
            headers = excluded.headers, user_headers = excluded.user_headers,
            checksum_algorithm = excluded.checksum_algorithm, checksum_type = excluded.checksum_type,
            checksum = excluded.checksum, body_ids = excluded.body_ids, body_sizes = excluded.body_sizes,
            described = true
        returning new.bucket_id, new.key, new.size, old.size as old_size, old.key as old_key,
                  old.body_ids as old_ids, old.body_sizes as old_sizes
    ), grown as (
        select p.bucket_id, sum(p.size - coalesce(p.old_size, 0)) as bytes,
               count(*) filter (where p.old_key is null) as objects
        from put p
        group by p.bucket_id
    ), counted as (
        update storage.bucket b
        set bytes = b.bytes + g.bytes, objects = b.objects + g.objects
        from grown g
        where b.bucket_id = g.bucket_id
    ), held as (
        update storage.usage u set bytes = u.bytes + (select sum(g.bytes) from grown g)
    )
    select 'DONE', p.old_ids, p.old_sizes
    from coming c
    join put p on p.bucket_id = c.bucket_id and p.key = c.key
    order by c.place;
end
$$;
