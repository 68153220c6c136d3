-- Events that ended so long ago that the read models leave them out: their keys, so that no replay brings them back.
create table forgotten_event (
    event_key varchar(255) not null,
    time_done varchar(32)  not null,
    constraint forgotten_event_pkey primary key (event_key)
);

-- When an Event ended, as its JSON has it; times sort as texts. States as in EventState: COMPLETE to CANCELED.
create index event_view_time_done on event_view ((json::jsonb ->> 'time_done')) where state in (2, 3, 4, 5);
