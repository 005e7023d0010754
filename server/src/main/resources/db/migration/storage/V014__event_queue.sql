-- How many messages wait in all, kept by the table itself, whoever adds and takes them: to count them at every event
-- would cost more the longer the queue is.
create table storage.event_queue (
    tenant_id uuid primary key default dure.tenant(),
    waiting bigint not null check (waiting >= 0)
);
comment on table storage.event_queue is 'how many messages an organisation''s webhooks are still to be sent';
call dure.isolate('storage.event_queue');

insert into storage.event_queue (tenant_id, waiting)
select d.tenant_id, count(*) from storage.event_delivery d group by d.tenant_id;

create function storage.count_deliveries() returns trigger
    language plpgsql set enable_sort = off as $$
declare
    hook record;
    gone record;
begin
    if tg_op = 'INSERT' then
        insert into storage.event_queue as q (tenant_id, waiting)
        select a.tenant_id, count(*) from changed a group by a.tenant_id
        on conflict (tenant_id) do update set waiting = q.waiting + excluded.waiting;
    else
        update storage.event_queue q set waiting = q.waiting - g.messages
        from (select c.tenant_id, count(*) as messages from changed c group by c.tenant_id) g
        where q.tenant_id = g.tenant_id;
        -- Of each object the next may be sent. One by one, each by one index, whatever PostgreSQL thinks of the queue's
        -- length: it may join a long queue with itself otherwise, which takes hours.
        for hook in select distinct c.tenant_id, c.webhook_id from changed c where c.due_at is not null loop
            continue when not exists (
                select from storage.event_delivery d
                where d.tenant_id = hook.tenant_id and d.webhook_id = hook.webhook_id);
            for gone in
                select distinct c.object from changed c
                where c.tenant_id = hook.tenant_id and c.webhook_id = hook.webhook_id and c.due_at is not null
            loop
                update storage.event_delivery d set due_at = d.created_at
                where d.tenant_id = hook.tenant_id and d.due_at is null and d.number = (
                    select n.number from storage.event_delivery n
                    where n.tenant_id = hook.tenant_id and n.webhook_id = hook.webhook_id
                      and n.object between gone.object and gone.object
                    order by n.object, n.number limit 1);
            end loop;
        end loop;
    end if;
    return null;
end
$$;
create trigger count_added after insert on storage.event_delivery
    referencing new table as changed for each statement execute function storage.count_deliveries();
create trigger count_gone after delete on storage.event_delivery
    referencing old table as changed for each statement execute function storage.count_deliveries();
