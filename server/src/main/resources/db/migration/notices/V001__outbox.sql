call dure.open_schema('notices');

-- Mail to be sent through the relay: written in the transaction that causes it, sent after.
create table notices.outbox (
    tenant_id uuid not null default dure.tenant(),
    mail_id uuid not null,
    recipient text not null check (char_length(recipient) <= 254),
    subject text not null,
    body text not null,
    state text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    tries int not null default 0,
    due_at timestamptz not null,
    created_at timestamptz not null,
    last_error text not null default '',
    primary key (tenant_id, mail_id)
);
comment on column notices.outbox.body is 'emptied once sent or given up, since it may hold a one-time link';
create index outbox_due on notices.outbox (due_at) where state = 'WAITING';
call dure.isolate('notices.outbox');
