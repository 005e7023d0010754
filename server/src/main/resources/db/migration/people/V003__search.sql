-- A department and all below it that are open.
create function people.department_and_below(top uuid) returns setof uuid
    language sql stable
    begin atomic
        with recursive below as (
            select department_id from people.department where tenant_id = dure.tenant() and department_id = top
            union
            select d.department_id
            from people.department d
            join below b on d.parent_department_id = b.department_id
            where d.tenant_id = dure.tenant() and d.closed_on is null
        )
        select department_id from below;
    end;

-- The people whose search text holds the words, and those with a post in a department named so.
-- LIKE is not leakproof: under a policy it would never use the trigram index. This function runs as its owner, whom no
-- policy binds, and therefore fixes the tenant itself.
create function people.matching(pattern text) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select person_id from people.person where tenant_id = dure.tenant() and search like pattern
        union
        select p.person_id
        from people.post p
        join people.department d on d.tenant_id = p.tenant_id and d.department_id = p.department_id
        where d.tenant_id = dure.tenant() and d.closed_on is null and lower(d.name) like pattern;
    end;
