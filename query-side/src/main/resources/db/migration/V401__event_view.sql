-- Events as /api/1 shows them: the whole JSON, beside it what lists are filtered and ordered by.
create table event_view (
    event_key     varchar(255) not null,
    number        integer      not null,
    message_id    text         not null,
    search_key    text         not null,
    event_type_id integer      not null,
    requester     text,
    state         integer      not null,
    listed        boolean      not null,
    json          text         not null,
    constraint event_view_pkey primary key (event_key),
    constraint event_view_number_key unique (number)
);
create index event_view_message_id on event_view using hash (message_id);
create index event_view_search_key on event_view using hash (search_key);
create index event_view_state on event_view (state, number);
