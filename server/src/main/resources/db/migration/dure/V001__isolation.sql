-- What every module's schema stands on: who may see which row.

-- The organisation that this transaction shows; null where no scope was opened, so that no row matches.
-- Plain SQL and stable: PostgreSQL inlines it and uses the index that starts with tenant_id.
create function dure.tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('dure.tenant', true), '')::uuid;

-- Lets the application use a module's schema. The first statement of every module's first migration.
create procedure dure.open_schema(name text)
    language plpgsql as $$
begin
    execute format('grant usage on schema %I to dure_app, dure_system', name);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to dure_app, dure_system', name);
    execute format('alter default privileges in schema %I grant usage on sequences to dure_app, dure_system', name);
    execute format('alter default privileges in schema %I grant execute on functions to dure_app, dure_system', name);
end
$$;

-- Puts a table with a tenant_id under row-level security, for its owner too.
create procedure dure.isolate(t regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant on %s to dure_app using (tenant_id = dure.tenant()) with check (tenant_id = dure.tenant())', t);
    execute format('create policy system on %s to dure_system using (true) with check (true)', t);
end
$$;

call dure.open_schema('dure');
grant execute on function dure.tenant() to dure_app, dure_system;
