call dure.open_schema('metering');

-- Batches of usage that were added to the sums already: each is added once, however often it comes. Nobody's data.
create table metering.batch (
    batch_id uuid primary key,
    added_at timestamptz not null
);

create table metering.request_hour (
    tenant_id uuid not null default dure.tenant(),
    hour timestamptz not null,
    bucket text not null collate "C",
    access_key text not null collate "C",
    writes bigint not null,
    reads bigint not null,
    deletes bigint not null,
    bytes_in bigint not null,
    bytes_out bigint not null,
    primary key (tenant_id, hour, bucket, access_key)
);
comment on column metering.request_hour.hour is 'begin of the hour; of sums older than 400 days, begin of the day (UTC)';
comment on column metering.request_hour.bucket is 'empty: about no bucket that there was';
comment on column metering.request_hour.access_key is 'empty: unsigned; web: through the pages; its id: with a key';
call dure.isolate('metering.request_hour');

create table metering.stored_hour (
    tenant_id uuid not null default dure.tenant(),
    hour timestamptz not null,
    bucket text not null collate "C",
    byte_seconds numeric not null,
    primary key (tenant_id, hour, bucket)
);
comment on column metering.stored_hour.hour is 'begin of the hour; of sums older than 400 days, begin of the day (UTC)';
call dure.isolate('metering.stored_hour');

-- How far each bucket's bytes over time are in stored_hour.
create table metering.reading (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    hour timestamptz not null,
    byte_seconds numeric not null,
    primary key (tenant_id, bucket_id)
);
comment on column metering.reading.byte_seconds is 'of the bucket, until this full hour';
call dure.isolate('metering.reading');
