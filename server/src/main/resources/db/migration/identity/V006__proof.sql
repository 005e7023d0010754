-- When the person in this browser last proved who they are: long ago for sessions that an older release opened.
alter table identity.session add column proved_at timestamptz not null default 'epoch';
