-- The three roles of a Dure database. Run once by a superuser on an external PostgreSQL (docs/operating/postgres.md);
-- the embedded one runs it at every start. Passwords are set by whoever runs it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'dure_owner') then
        -- Migrates. Data migrations touch every organisation's rows, hence BYPASSRLS; never used to serve a request.
        create role dure_owner login bypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'dure_system') then
        -- Work across organisations. Nobody logs in as it: the application enters it for one transaction.
        create role dure_system nologin nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'dure_app') then
        create role dure_app login nosuperuser nobypassrls noinherit;
    end if;
end
$$;

-- INHERIT FALSE: without an explicit SET ROLE the application has none of the system role's rights or policies.
grant dure_system to dure_app with inherit false, set true;
