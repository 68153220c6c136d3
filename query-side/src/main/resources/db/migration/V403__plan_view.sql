-- The plan of each Event, and what it declined, as one document: it is written once and always read whole.
create table plan_view (
    event_key varchar(255) not null,
    json      text         not null,
    constraint plan_view_pkey primary key (event_key)
);
