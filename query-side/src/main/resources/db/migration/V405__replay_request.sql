-- What is to be replayed, and since when it is: one row for each processor of read models. Whoever holds the processor takes it up.
create table replay_request (
    processor    varchar(255) not null,
    projection   varchar(255) not null,
    requested_at timestamp with time zone not null,
    started_at   timestamp with time zone,
    constraint replay_request_pkey primary key (processor)
);
