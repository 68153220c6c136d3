-- What the process builder was asked for, who runs it, and how it ended. A running row belongs to its owner until lease_until.
create table process_run (
    build_id     varchar(255) not null,
    build_number integer      not null,
    environment  jsonb        not null,
    state        varchar(16)  not null,
    owner        varchar(64),
    lease_until  timestamp with time zone,
    attempts     integer      not null default 0,
    status       varchar(16),
    last_line    text,
    tellings     integer      not null default 0,
    tell_after   timestamp with time zone,
    queued_at    timestamp with time zone not null default now(),
    started_at   timestamp with time zone,
    ended_at     timestamp with time zone,
    constraint process_run_pkey primary key (build_id),
    constraint process_run_number_key unique (build_number),
    constraint process_run_state_check check (state in ('queued', 'running', 'ended', 'reported', 'canceled')),
    constraint process_run_owner_check check (state <> 'running' or (owner is not null and lease_until is not null)),
    constraint process_run_end_check check (state not in ('ended', 'reported') or status is not null)
);
create index process_run_open on process_run (queued_at, build_number) where state in ('queued', 'running');
create index process_run_untold on process_run (tell_after) where state = 'ended';
create index process_run_owner on process_run (owner) where state = 'running';
