-- An import is applied after it was set going, and in between people and authority may change. One that was set going
-- before these columns has to be uploaded again.
alter table people.people_import add column allowed bytea, add column allowed_to_person_id uuid;
comment on column people.people_import.allowed is 'a digest of what its author was allowed when it was set going';
comment on column people.people_import.allowed_to_person_id is 'who set it going';
