-- Nothing is overwritten unseen.
alter table console.self_sign_up add column version bigint not null default 1;
comment on column console.self_sign_up.version is 'counts changes, for If-Match';
