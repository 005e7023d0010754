-- The documents by which a bucket is configured: CORS rules, a lifecycle, a policy and so on. Only the engine reads
-- them; what SQL itself decides by is a column of the bucket instead.
create table storage.bucket_document (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    kind text not null check (char_length(kind) between 1 and 40),
    text text not null,
    primary key (tenant_id, bucket_id, kind),
    foreign key (tenant_id, bucket_id) references storage.bucket on delete cascade
);
comment on column storage.bucket_document.kind is 'the engine''s BucketDocument';
comment on column storage.bucket_document.text is 'XML or JSON, checked by the engine before it came here';
call dure.isolate('storage.bucket_document');
