-- Regular looks at systems outside. The columns are those of the other queues.
create table job_watch (
    task_name            varchar(255) not null,
    task_instance        varchar(255) not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar(255),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    constraint job_watch_pkey primary key (task_name, task_instance)
);
create index job_watch_execution_time on job_watch (execution_time);
create index job_watch_heartbeat on job_watch (last_heartbeat);
