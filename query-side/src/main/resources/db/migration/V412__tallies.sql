-- How many rows of each kind there are among each ten thousand numbers: a list of a million knows its length at once, and where its
-- deep pages begin; and how many builds each Event has. The database itself keeps them, in the transaction that changes the rows, so they are right in the middle of a
-- replay too, and whoever writes rows need not know of them.
create table event_tally_view (
    block         integer not null, -- number / 10000
    event_type_id integer not null,
    state         integer not null,
    listed        boolean not null,
    events        bigint  not null,
    constraint event_tally_view_pkey primary key (block, event_type_id, state, listed)
);
create table build_tally_view (
    block  integer not null, -- number / 10000
    type   integer not null,
    state  integer not null,
    builds bigint  not null,
    constraint build_tally_view_pkey primary key (block, type, state)
);
create table event_builds_view (
    event_number integer not null,
    builds       bigint  not null,
    constraint event_builds_view_pkey primary key (event_number)
);
insert into event_tally_view
    select number / 10000, event_type_id, state, listed, count(*) from event_view group by 1, 2, 3, 4;
insert into build_tally_view
    select number / 10000, type, state, count(*) from build_view group by 1, 2, 3;

insert into event_builds_view
    select event_number, count(*) from build_view group by 1;

create or replace function event_tally_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate table event_tally_view;
    elsif tg_op = 'INSERT' then
        insert into event_tally_view as tally
            select number / 10000, event_type_id, state, listed, count(*) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (block, event_type_id, state, listed) do update set events = tally.events + excluded.events;
    elsif tg_op = 'UPDATE' then
        insert into event_tally_view as tally
            select number / 10000, event_type_id, state, listed, sum(change) from (
                select number, event_type_id, state, listed, 1 as change from added
                union all select number, event_type_id, state, listed, -1 from gone) as changed
            group by 1, 2, 3, 4 having sum(change) <> 0 order by 1, 2, 3, 4
        on conflict (block, event_type_id, state, listed) do update set events = tally.events + excluded.events;
    else
        insert into event_tally_view as tally
            select number / 10000, event_type_id, state, listed, -count(*) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (block, event_type_id, state, listed) do update set events = tally.events + excluded.events;
    end if;
    delete from event_tally_view where events = 0;
    return null;
end $$;

create or replace function build_tally_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate table build_tally_view, event_builds_view;
    elsif tg_op = 'INSERT' then
        insert into build_tally_view as tally
            select number / 10000, type, state, count(*) from added group by 1, 2, 3 order by 1, 2, 3
        on conflict (block, type, state) do update set builds = tally.builds + excluded.builds;
        insert into event_builds_view as tally
            select event_number, count(*) from added group by 1 order by 1
        on conflict (event_number) do update set builds = tally.builds + excluded.builds;
    elsif tg_op = 'UPDATE' then
        insert into build_tally_view as tally
            select number / 10000, type, state, sum(change) from (
                select number, type, state, 1 as change from added
                union all select number, type, state, -1 from gone) as changed
            group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
        on conflict (block, type, state) do update set builds = tally.builds + excluded.builds;
    else
        insert into build_tally_view as tally
            select number / 10000, type, state, -count(*) from gone group by 1, 2, 3 order by 1, 2, 3
        on conflict (block, type, state) do update set builds = tally.builds + excluded.builds;
        update event_builds_view as tally set builds = tally.builds - less.builds
            from (select event_number, count(*) as builds from gone group by 1) as less
            where less.event_number = tally.event_number;
        delete from event_builds_view where builds = 0 and event_number in (select event_number from gone);
    end if;
    delete from build_tally_view where builds = 0;
    return null;
end $$;

create trigger event_tally_inserted after insert on event_view
    referencing new table as added for each statement execute function event_tally_change();
create trigger event_tally_updated after update on event_view
    referencing old table as gone new table as added for each statement execute function event_tally_change();
create trigger event_tally_deleted after delete on event_view
    referencing old table as gone for each statement execute function event_tally_change();
create trigger event_tally_emptied after truncate on event_view
    for each statement execute function event_tally_change();

create trigger build_tally_inserted after insert on build_view
    referencing new table as added for each statement execute function build_tally_change();
create trigger build_tally_updated after update on build_view
    referencing old table as gone new table as added for each statement execute function build_tally_change();
create trigger build_tally_deleted after delete on build_view
    referencing old table as gone for each statement execute function build_tally_change();
create trigger build_tally_emptied after truncate on build_view
    for each statement execute function build_tally_change();
