-- An import is applied after it was allowed, and people may change in between. One that was set going before this column
-- has to be uploaded again.
alter table people.people_import add column allowed bytea;
comment on column people.people_import.allowed is 'a digest of what its author was allowed when it was set going';
