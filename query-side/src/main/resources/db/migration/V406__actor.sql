-- Who has written: facts carry the id only, so a row that is deleted makes them anonymous for good.
create table actor (
    id         varchar(64)  not null,
    name       varchar(200) not null,
    first_seen timestamp with time zone not null,
    constraint actor_pkey primary key (id),
    constraint actor_name_key unique (name)
);
