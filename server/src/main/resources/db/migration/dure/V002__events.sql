-- The outbox of domain events (Spring Modulith's publication registry, its schema version 2): written in the
-- transaction that causes the event, completed once every listener is through.
create table dure.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);

create index event_publication_open on dure.event_publication (publication_date) where completion_date is null;
create index event_publication_by_hash on dure.event_publication using hash (serialized_event);
