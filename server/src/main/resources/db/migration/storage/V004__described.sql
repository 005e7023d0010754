-- Bodies describe themselves now: whether one is anybody's is asked by the key that it names. Only those of before need
-- an index of bodies.
alter table storage.stored_object add column described boolean not null default false;
alter table storage.stored_object alter column described set default true;
comment on column storage.stored_object.described is 'false: stored before bodies described themselves';
drop index storage.stored_object_by_body;
create index stored_object_by_body on storage.stored_object ((body_ids[1])) where not described;
