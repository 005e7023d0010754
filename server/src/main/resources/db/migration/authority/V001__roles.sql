call dure.open_schema('authority');

-- Who holds a role that every organisation has. What such a role may do is declared by the modules.
create table authority.built_in_grant (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    role text not null check (role in ('OWNER', 'ADMINISTRATOR', 'MEMBER', 'GUEST')),
    primary key (tenant_id, person_id, role)
);
call dure.isolate('authority.built_in_grant');
