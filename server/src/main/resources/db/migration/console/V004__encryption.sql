alter table console.self_sign_up add column plan_encrypted boolean not null default true;
