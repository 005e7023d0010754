-- Removes every row of the organisation in scope, from every table that has a tenant_id: a module that is added later
-- needs no word about it. Children go before what they refer to.
-- Runs as its owner, since the application may not delete some of these rows (the audit trail); hence the check.
create function tenancy.remove() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    t regclass;
begin
    if not exists (select from tenancy.organisation
                   where tenant_id = dure.tenant() and (state = 'CLOSED' or demo)) then
        raise exception 'the organisation in scope is neither closed nor a demonstration';
    end if;
    for t in
        with recursive tenants as (
            select c.oid from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
        ), depths(oid, depth) as (
            select oid, 0 from tenants
            union
            select f.confrelid, depths.depth + 1
            from depths
            join pg_constraint f on f.conrelid = depths.oid and f.contype = 'f' and f.confrelid <> f.conrelid
            where depths.depth < 30
        )
        select oid from depths group by oid order by max(depth)
    loop
        execute format('delete from %s where tenant_id = dure.tenant()', t);
    end loop;
end
$$;
revoke execute on function tenancy.remove() from public;
