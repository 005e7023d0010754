-- The reason alone is in the server's language; the code is worded in the reader's.
alter table people.people_import add column failure_code text;
comment on column people.people_import.failure_code is 'the code of the problem; of failures before this column, none';
