-- Who is told of what happens to objects, and what they are still to be told.

create table storage.webhook (
    tenant_id uuid not null default dure.tenant(),
    webhook_id uuid not null,
    name text not null check (name ~ '^[A-Za-z0-9._-]{1,100}$'),
    url text not null check (char_length(url) between 1 and 2000),
    secret text not null,
    created_at timestamptz not null,
    due_at timestamptz,
    taken_until timestamptz,
    failures int not null default 0 check (failures >= 0),
    dropped bigint not null default 0 check (dropped >= 0),
    last_error text not null default '' check (char_length(last_error) <= 500),
    version bigint not null default 1,
    primary key (tenant_id, webhook_id),
    unique (tenant_id, name)
);
comment on column storage.webhook.name is 'by which buckets name it: arn:dure:hooks:::NAME';
comment on column storage.webhook.secret is 'sealed as an access key''s; messages are signed with it';
comment on column storage.webhook.due_at is 'when it is next to be sent something; null: nothing waits for it';
comment on column storage.webhook.taken_until is 'while it is being sent something: when another process may, should this one have died';
comment on column storage.webhook.failures is 'how often in a row it did not answer: it is let be for longer with each';
comment on column storage.webhook.dropped is 'messages that it did not take within a day, or that were more than may wait';
call dure.isolate('storage.webhook');
create index webhook_due on storage.webhook (due_at) where due_at is not null;

-- Drawn under the lock that every change of the organisation's objects holds until its commit: so an organisation's
-- numbers are in the order of its changes.
create sequence storage.event_number;

create table storage.event_delivery (
    tenant_id uuid not null default dure.tenant(),
    number bigint not null,
    webhook_id uuid not null,
    object text not null,
    body text not null,
    created_at timestamptz not null,
    due_at timestamptz,
    tries int not null default 0,
    primary key (tenant_id, number),
    foreign key (tenant_id, webhook_id) references storage.webhook on delete cascade
);
comment on table storage.event_delivery is 'a row goes once its message was taken, or was given up';
comment on column storage.event_delivery.object is 'BUCKET/KEY: messages of one object go in order; a test has one of its own';
comment on column storage.event_delivery.due_at is 'when it may be sent; null: another of its object comes before it';
call dure.isolate('storage.event_delivery');
-- What waits changes sooner than statistics do. Without any, PostgreSQL takes the index that says most, and does not read
-- through a queue of which it thinks that it is short.
alter table storage.event_delivery
    alter column tenant_id set statistics 0,
    alter column webhook_id set statistics 0,
    alter column object set statistics 0,
    alter column due_at set statistics 0;
create index event_delivery_due on storage.event_delivery (tenant_id, webhook_id, due_at, number) where due_at is not null;
create index event_delivery_by_object on storage.event_delivery (tenant_id, webhook_id, object, number);
