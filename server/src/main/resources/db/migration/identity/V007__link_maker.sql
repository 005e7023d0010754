-- A link is worth what its maker may do on the day it is used.
alter table identity.link add column made_by_person_id uuid;
comment on column identity.link.made_by_person_id is 'who made it for somebody else; null where the person asked for it, where Dure made it, and of what is older than this column';
