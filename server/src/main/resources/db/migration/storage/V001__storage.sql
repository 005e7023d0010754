call dure.open_schema('storage');

-- What an organisation holds, in one row, which whoever changes objects or parts locks first: so quotas are exact,
-- and conditions and replacements need no further lock. Writers of one organisation come in batches (CommitQueue).
create table storage.usage (
    tenant_id uuid primary key default dure.tenant(),
    bytes bigint not null default 0 check (bytes >= 0)
);
comment on column storage.usage.bytes is 'of objects and of parts of unfinished uploads, in all buckets';
call dure.isolate('storage.usage');

create table storage.bucket (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    name text not null collate "C" check (char_length(name) between 3 and 63),
    created_at timestamptz not null,
    quota_bytes bigint check (quota_bytes >= 0),
    bytes bigint not null default 0 check (bytes >= 0),
    objects bigint not null default 0 check (objects >= 0),
    pending_bytes bigint not null default 0 check (pending_bytes >= 0),
    version bigint not null default 1,
    primary key (tenant_id, bucket_id),
    unique (tenant_id, name)
) with (fillfactor = 50);
comment on column storage.bucket.quota_bytes is 'null: only the organisation''s quota bounds it';
comment on column storage.bucket.pending_bytes is 'of parts of unfinished uploads';
call dure.isolate('storage.bucket');

-- No foreign key to the bucket: its check would cost each insert a lock of the bucket's row, and delete_bucket looks
-- for objects under the lock that every insert takes.
create table storage.stored_object (
    tenant_id uuid not null default dure.tenant(),
    bucket_id uuid not null,
    key text not null collate "C" check (octet_length(key) between 1 and 1024),
    size bigint not null check (size >= 0),
    etag text not null,
    modified_at timestamptz not null,
    headers jsonb not null,
    user_headers jsonb not null,
    checksum_algorithm text,
    checksum_type text,
    checksum text,
    body_ids uuid[] not null,
    body_sizes bigint[] not null,
    primary key (tenant_id, bucket_id, key)
);
comment on column storage.stored_object.key is 'UTF-8 binary order is the order of listings';
call dure.isolate('storage.stored_object');
-- For the sweep, which asks across organisations whether a body is anybody's.
create index stored_object_by_body on storage.stored_object ((body_ids[1]));
create index stored_object_by_bodies on storage.stored_object using gin (body_ids) where cardinality(body_ids) > 1;

create table storage.upload (
    tenant_id uuid not null default dure.tenant(),
    upload_id uuid not null,
    bucket_id uuid not null,
    key text not null collate "C" check (octet_length(key) between 1 and 1024),
    headers jsonb not null,
    user_headers jsonb not null,
    checksum_algorithm text,
    checksum_type text,
    initiated_at timestamptz not null,
    primary key (tenant_id, upload_id),
    foreign key (tenant_id, bucket_id) references storage.bucket on delete cascade
);
create index upload_by_key on storage.upload (tenant_id, bucket_id, key, upload_id);
call dure.isolate('storage.upload');

create table storage.part (
    tenant_id uuid not null default dure.tenant(),
    upload_id uuid not null,
    number int not null check (number between 1 and 10000),
    etag text not null,
    modified_at timestamptz not null,
    checksum_algorithm text,
    checksum text,
    body_id uuid not null,
    size bigint not null check (size >= 0),
    primary key (tenant_id, upload_id, number),
    foreign key (tenant_id, upload_id) references storage.upload on delete cascade
);
create index part_by_body on storage.part (body_id);
call dure.isolate('storage.part');

create table storage.access_key (
    tenant_id uuid not null default dure.tenant(),
    access_key_id text not null unique check (char_length(access_key_id) = 20),
    name text not null check (char_length(name) between 1 and 100),
    owner_person_id uuid,
    secret text not null,
    rights text[] not null check (rights <@ array['READ', 'WRITE', 'BUCKETS']),
    buckets text[],
    created_at timestamptz not null,
    expires_at timestamptz,
    primary key (tenant_id, access_key_id)
);
comment on column storage.access_key.owner_person_id is 'null for an application''s key, which outlives people';
comment on column storage.access_key.secret is 'AES-256-GCM, in Base64, under the key file of the data folder; signatures need the secret itself';
comment on column storage.access_key.buckets is 'null: all';
comment on column storage.access_key.expires_at is 'set when it is rotated: until then, both work';
create index access_key_by_owner on storage.access_key (tenant_id, owner_person_id);
call dure.isolate('storage.access_key');
