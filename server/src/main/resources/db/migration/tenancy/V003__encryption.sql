alter table tenancy.organisation add column plan_encrypted boolean not null default true;
comment on column tenancy.organisation.plan_encrypted is 'whether what it stores is encrypted, also when nobody asks';
