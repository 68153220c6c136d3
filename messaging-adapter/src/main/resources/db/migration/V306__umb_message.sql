-- What is still to be told on the UMB, in its order: written with the publisher's own token, removed when the broker has accepted it.
create table umb_message (
    id         bigint       generated always as identity,
    message_id varchar(255) not null,
    topic      varchar(255) not null, -- what follows freshmaker.umb.out-prefix
    body       text         not null,
    stored_at  timestamp with time zone not null,
    constraint umb_message_pkey primary key (id)
);
