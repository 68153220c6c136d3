-- What the publisher knows of Events and builds: their JSON as the API shows it, written with the publisher's own token.
create table bus_event_view (
    event_id varchar(255) not null,
    json     text         not null,
    constraint bus_event_view_pkey primary key (event_id)
);

create table bus_build_view (
    build_id varchar(255) not null,
    event_id varchar(255) not null,
    number   integer      not null,
    state    varchar(16)  not null,
    json     text         not null,
    constraint bus_build_view_pkey primary key (build_id)
);
create index bus_build_view_event on bus_build_view (event_id, number);
