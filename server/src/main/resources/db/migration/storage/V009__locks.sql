-- What an organisation that closes waits for, and how it goes in the end.

create index stored_object_locked on storage.stored_object (tenant_id) where lock_mode is not null or legal_hold;
create index object_version_locked on storage.object_version (tenant_id) where lock_mode is not null or legal_hold;

-- Versions of the organisation in scope that must not be removed yet: nobody can loosen a retention in compliance mode,
-- and a legal hold has no end.
create function storage.retained_versions(at timestamptz)
    returns table (versions bigint, until timestamptz, held boolean)
    language sql stable
    begin atomic
        select count(*), max(l.retain_until), coalesce(bool_or(l.legal_hold), false)
        from (
            select o.lock_mode, o.retain_until, o.legal_hold from storage.stored_object o
            where o.lock_mode is not null or o.legal_hold
            union all
            select v.lock_mode, v.retain_until, v.legal_hold from storage.object_version v
            where v.lock_mode is not null or v.legal_hold) l
        where l.legal_hold or (l.lock_mode = 'COMPLIANCE' and l.retain_until > at);
    end;

-- Takes versions of a bucket away, whatever locks them: for an organisation that is removed.
create function storage.purge_versions(bucket_name text, most int)
    returns table (body_ids uuid[], body_sizes bigint[])
    language plpgsql as $$
declare
    bucket uuid;
begin
    perform storage.lock_usage();
    select b.bucket_id into bucket from storage.bucket b where b.name = bucket_name;
    return query
    with current as (
        delete from storage.stored_object o
        where o.bucket_id = bucket and o.key = any (array(
            select x.key from storage.stored_object x where x.bucket_id = bucket limit most))
        returning o.body_ids, o.body_sizes, o.size
    ), past as (
        delete from storage.object_version v
        where v.bucket_id = bucket and (v.key, v.number) in (
            select x.key, x.number from storage.object_version x where x.bucket_id = bucket limit most)
        returning v.body_ids, v.body_sizes, v.size
    ), counted as (
        update storage.bucket b
        set bytes = b.bytes - (select coalesce(sum(c.size), 0) from current c)
                            - (select coalesce(sum(p.size), 0) from past p),
            objects = b.objects - (select count(*) from current)
        where b.bucket_id = bucket
    ), held as (
        update storage.usage u
        set bytes = u.bytes - (select coalesce(sum(c.size), 0) from current c)
                            - (select coalesce(sum(p.size), 0) from past p)
    )
    select c.body_ids, c.body_sizes from current c
    union all
    select p.body_ids, p.body_sizes from past p;
end
$$;
