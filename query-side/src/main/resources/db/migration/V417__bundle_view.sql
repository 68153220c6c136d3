-- What operator bundles are built with, as OSBS is told. A row never changes, so a replay leaves it where it is.
create table bundle_view (
    build_key    varchar(255) not null,
    number       integer      not null,
    event_number integer      not null,
    overrides    text         not null,
    constraint bundle_view_pkey primary key (build_key),
    constraint bundle_view_number_key unique (number)
);
create index bundle_view_event_number on bundle_view (event_number);
