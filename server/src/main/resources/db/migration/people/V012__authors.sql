-- What is done later is done with no more than it was entered with.
alter table people.dated_change add column entered_with text[];
comment on column people.dated_change.entered_with is 'the capabilities of the token it was entered with; null where a person did, and of what is older than this column';
alter table people.people_import add column allowed_with text[];
comment on column people.people_import.allowed_with is 'the capabilities of the token it was set going with; null where a person did';
