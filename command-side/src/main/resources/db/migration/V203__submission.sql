-- What build systems that are followed are asked for, one row for each attempt: waits for a place there, is asked for ('called'), is there
-- under external_id ('followed'), has ended. Those in between hold a place.
create table submission (
    build_id    varchar(255) not null,
    attempt     integer      not null,
    system      varchar(32)  not null,
    artifact    text         not null,
    state       varchar(16)  not null,
    external_id varchar(255),
    calls       integer      not null default 0,
    queued_at   timestamp with time zone not null,
    ended_at    timestamp with time zone,
    constraint submission_pkey primary key (build_id, attempt),
    constraint submission_state_check check (state in ('waiting', 'called', 'followed', 'ended')),
    constraint submission_id_check check (state <> 'followed' or external_id is not null)
);
create unique index submission_external_id on submission (system, external_id) where external_id is not null;
create index submission_waiting on submission (system, queued_at, build_id) where state = 'waiting';
create index submission_places on submission (system) where state in ('called', 'followed');

-- When each of our regular looks at systems outside is due, whichever process makes it.
create table watch (
    name varchar(64) not null,
    due  timestamp with time zone not null,
    constraint watch_pkey primary key (name)
);

-- Until when each source of triggers was read for what its messages may have left untold.
create table catch_up (
    source     varchar(64) not null,
    read_until timestamp with time zone not null,
    constraint catch_up_pkey primary key (source)
);
