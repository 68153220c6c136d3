-- The stored facts. Positions come from an identity column: sequences with blocks lost facts when two processes wrote.
create table domain_event (
    global_index         bigint generated always as identity,
    event_identifier     varchar(255) not null,
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255),
    time_stamp           varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    constraint domain_event_pkey primary key (global_index),
    constraint domain_event_identifier_key unique (event_identifier),
    constraint domain_event_aggregate_key unique (aggregate_identifier, sequence_number)
);

create table snapshot_event (
    event_identifier     varchar(255) not null,
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    time_stamp           varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    constraint snapshot_event_pkey primary key (aggregate_identifier, sequence_number, type),
    constraint snapshot_event_identifier_key unique (event_identifier)
);
