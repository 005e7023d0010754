-- How a person wants Dure to look; of nobody's concern but theirs.
create table identity.preference (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    theme text not null check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
    primary key (tenant_id, person_id)
);
call dure.isolate('identity.preference');
