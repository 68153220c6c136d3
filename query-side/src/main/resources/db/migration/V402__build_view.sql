-- Builds as /api/1 shows them, and what only /api/3 shows: the id in the build system, the reason of the end.
create table build_view (
    build_key    varchar(255) not null,
    number       integer      not null,
    event_number integer      not null,
    name         text         not null,
    type         integer      not null,
    state        integer      not null,
    dep_on_id    integer,
    build_id     bigint,
    original_nvr text,
    rebuilt_nvr  text,
    external_id  text,
    ended        text,
    json         text         not null,
    constraint build_view_pkey primary key (build_key),
    constraint build_view_number_key unique (number)
);
create index build_view_event_number on build_view (event_number, number);
create index build_view_name on build_view using hash (name);
create index build_view_state on build_view (state, number);
create index build_view_dep_on_id on build_view (dep_on_id);
create index build_view_build_id on build_view (build_id);
create index build_view_original_nvr on build_view using hash (original_nvr);
create index build_view_rebuilt_nvr on build_view using hash (rebuilt_nvr);
