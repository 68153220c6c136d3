-- Every bus message as it came, with what became of it. Acknowledged to the broker when its row is committed.
create table incoming_message (
    id          bigint       generated always as identity,
    message_id  varchar(255),
    topic       varchar(255),
    exchange    text         not null,
    routing_key text         not null,
    properties  bytea        not null, -- as they were on the wire, so that a parked copy is the same
    headers     text         not null, -- the same as JSON, for people
    body        bytea        not null,
    received_at timestamp with time zone not null,
    outcome     varchar(16)  not null,
    reason      varchar(1000),
    event_id    varchar(255),
    attempts    integer      not null default 0,
    retry_at    timestamp with time zone,
    constraint incoming_message_pkey primary key (id),
    constraint incoming_message_message_id_key unique (message_id),
    constraint incoming_message_outcome_check
        check (outcome in ('received', 'registered', 'applied', 'ignored', 'parked'))
);
create index incoming_message_received on incoming_message (id) where outcome = 'received';
