-- Transfers and reorganisations: entered today, in force on a day, kept for ever.
create table people.dated_change (
    tenant_id uuid not null default dure.tenant(),
    change_id uuid not null,
    kind text not null check (kind in ('TRANSFER', 'REORGANISATION')),
    effective_on date not null,
    state text not null check (state in ('PENDING', 'APPLIED', 'CANCELLED', 'FAILED')),
    note text not null default '' check (char_length(note) <= 200),
    change jsonb not null,
    before jsonb,
    person_id uuid,
    entered_by_person_id uuid not null,
    entered_at timestamptz not null,
    settled_at timestamptz,
    failure text,
    primary key (tenant_id, change_id),
    foreign key (tenant_id, person_id) references people.person
);
comment on column people.dated_change.change is 'what is to happen; of a transfer, of a reorganisation''s steps';
comment on column people.dated_change.before is 'the posts that a transfer replaced';
comment on column people.dated_change.person_id is 'whom a transfer moves';
comment on column people.dated_change.settled_at is 'when it was applied, cancelled or found impossible';
create index change_pending on people.dated_change (effective_on) where state = 'PENDING';
create index change_by_person on people.dated_change (tenant_id, person_id, change_id);
call dure.isolate('people.dated_change');
