-- As people.matching, for whoever may not see employee numbers: a search would tell them what the card hides. The search
-- text holds one word a line, and words to find hold no line break.
create function people.matching_openly(pattern text) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
    begin atomic
        select person_id from people.person
        where tenant_id = dure.tenant() and search like pattern
        and coalesce(
            replace(E'\n' || search || E'\n', E'\n' || lower(employee_number collate pg_c_utf8) || E'\n', E'\n'),
            search) like pattern
        union
        select p.person_id
        from people.post p
        join people.department d on d.tenant_id = p.tenant_id and d.department_id = p.department_id
        where d.tenant_id = dure.tenant() and d.closed_on is null and lower(d.name) like pattern;
    end;
