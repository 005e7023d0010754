-- Marks that a level has crossed and its people were told of, until it fell well below.
create table metering.warning (
    tenant_id uuid not null default dure.tenant(),
    bucket text not null collate "C",
    mark text not null check (mark in ('SOFT', 'NEAR', 'NEARLY', 'FULL')),
    told_at timestamptz not null,
    above boolean not null,
    primary key (tenant_id, bucket, mark)
);
comment on column metering.warning.bucket is 'empty: all of the organisation';
comment on column metering.warning.above is 'whether it still is: else it may cross again within a day without a word';
call dure.isolate('metering.warning');
