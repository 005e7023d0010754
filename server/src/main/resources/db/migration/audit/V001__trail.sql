call dure.open_schema('audit');

-- Who did what. Written in the transaction of the act itself, and never changed.
create table audit.entry (
    tenant_id uuid not null default dure.tenant(),
    entry_id uuid not null,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('PERSON', 'OPERATOR', 'SYSTEM', 'STRANGER')),
    actor_person_id uuid,
    action text collate "C" not null check (char_length(action) between 1 and 80),
    subject text collate "C" not null check (char_length(subject) <= 300),
    detail jsonb not null default '{}',
    address text not null,
    primary key (tenant_id, entry_id),
    check ((actor_person_id is not null) = (actor_kind in ('PERSON', 'OPERATOR')))
);
create index entry_by_actor on audit.entry (tenant_id, actor_person_id, entry_id);
create index entry_by_action on audit.entry (tenant_id, action, entry_id);
create index entry_by_subject on audit.entry (tenant_id, subject, entry_id);
call dure.isolate('audit.entry');
revoke update, delete on audit.entry from dure_app, dure_system;

-- Entries that have no number yet: what the sealer looks at, so that it never searches the whole trail.
create table audit.waiting (
    tenant_id uuid not null default dure.tenant(),
    entry_id uuid not null,
    primary key (tenant_id, entry_id)
);
call dure.isolate('audit.waiting');
revoke update, delete on audit.waiting from dure_app;
revoke update on audit.waiting from dure_system;

-- The chain: each entry's number, and the hash over the entry and the seal before it (Chain.java says how).
create table audit.seal (
    tenant_id uuid not null default dure.tenant(),
    number bigint not null check (number > 0),
    entry_id uuid not null,
    hash bytea not null check (octet_length(hash) = 32),
    primary key (tenant_id, number),
    unique (tenant_id, entry_id)
);
call dure.isolate('audit.seal');
revoke insert, update, delete on audit.seal from dure_app;
revoke update, delete on audit.seal from dure_system;
