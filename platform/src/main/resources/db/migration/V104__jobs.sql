-- One table for each queue of jobs, so that a slow system delays no other. The columns are db-scheduler's.
create table job_plan (
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
    constraint job_plan_pkey primary key (task_name, task_instance)
);
create index job_plan_execution_time on job_plan (execution_time);
create index job_plan_heartbeat on job_plan (last_heartbeat);

create table job_build (
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
    constraint job_build_pkey primary key (task_name, task_instance)
);
create index job_build_execution_time on job_build (execution_time);
create index job_build_heartbeat on job_build (last_heartbeat);
