-- The last part of what each build printed.
create table build_log (
    build_id   varchar(255) not null,
    text       text         not null,
    written_at timestamp with time zone not null,
    constraint build_log_pkey primary key (build_id)
);
