-- Composes that builds of an Event wait for: how far each is, until when it is waited for, and which builds need it.
create table compose_view (
    compose_key  varchar(255)             not null,
    number       integer                  not null,
    event_number integer                  not null,
    state        text                     not null,
    request      text                     not null,
    odcs_id      bigint,
    shared       boolean                  not null,
    dry_run      boolean                  not null,
    reason       text,
    created      timestamp with time zone not null,
    since        timestamp with time zone not null,
    deadline     timestamp with time zone not null,
    constraint compose_view_pkey primary key (compose_key),
    constraint compose_view_number_key unique (number)
);
create index compose_view_created on compose_view (created, number);
create index compose_view_state on compose_view (state, created, number);
create index compose_view_event_number on compose_view (event_number, created, number);
create index compose_view_odcs_id on compose_view (odcs_id, created, number);

create table compose_need_view (
    compose_key varchar(255) not null,
    build_key   varchar(255) not null,
    constraint compose_need_view_pkey primary key (compose_key, build_key)
);
create index compose_need_view_build_key on compose_need_view (build_key);
