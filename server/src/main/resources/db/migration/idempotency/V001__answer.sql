call dure.open_schema('idempotency');

-- What was answered to a request that may come again, for 24 hours. Written in the transaction of its effect.
create table idempotency.answer (
    tenant_id uuid not null default dure.tenant(),
    person_id uuid not null,
    key text not null check (char_length(key) between 1 and 200),
    fingerprint bytea not null,
    status int,
    etag text,
    location text,
    body text,
    created_at timestamptz not null,
    primary key (tenant_id, person_id, key)
);
comment on column idempotency.answer.fingerprint is 'SHA-256 of what was asked: the same key for something else is refused';
comment on column idempotency.answer.status is 'null: not answered yet, or an answer that is shown once only';
create index answer_by_age on idempotency.answer (created_at);
call dure.isolate('idempotency.answer');
