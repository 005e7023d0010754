-- That an operator has an organisation removed although it holds what is locked. It goes when the closing is taken back.
create table console.lock_override (
    tenant_id uuid primary key default dure.tenant(),
    operator_person_id uuid not null,
    reason text not null check (char_length(reason) between 1 and 500),
    overridden_at timestamptz not null
);
call dure.isolate('console.lock_override');
