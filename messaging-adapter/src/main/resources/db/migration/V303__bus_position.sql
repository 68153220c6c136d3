-- The position of the fact that was published last, written with the publisher's own token. One row.
create table bus_position (
    position bigint not null
);
insert into bus_position (position) values (0);
