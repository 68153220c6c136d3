-- The position of each fact in the feed: gap-free, in the order in which the numbering processor saw them.
create table feed (
    position         bigint       not null,
    event_identifier varchar(255) not null,
    constraint feed_pkey primary key (position),
    constraint feed_event_identifier_key unique (event_identifier)
);
