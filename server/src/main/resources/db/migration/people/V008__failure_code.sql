-- Why a dated change failed, so that people read it in their own language.
alter table people.dated_change add column failure_code text;
comment on column people.dated_change.failure_code is 'the code of the problem; of failures before this column, none';
