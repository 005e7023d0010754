-- A secret that is renewed holds on for a day beside the new one.
alter table storage.webhook add column old_secret text;
alter table storage.webhook add column old_secret_until timestamptz;
alter table storage.webhook add constraint old_secret_ends check ((old_secret is null) = (old_secret_until is null));
comment on column storage.webhook.old_secret is 'sealed; until then messages are signed with it, too';
