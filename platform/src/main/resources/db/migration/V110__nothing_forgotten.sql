-- Reasons that people typed. A fact has the key only, so that they can be cleared.
create table typed_reason (
    reason_key varchar(255) not null,
    text       text         not null,
    written_at timestamp with time zone not null,
    constraint typed_reason_pkey primary key (reason_key)
);

-- Why jobs fail, which their own tables do not know: one row for each job that fails, gone when it is done. Of those that
-- were given up the row stays for a while.
create table failed_job (
    id              bigint       generated always as identity,
    queue           varchar(16)  not null,
    name            varchar(255) not null,
    subject         varchar(255) not null,
    failures        integer      not null,
    error           text         not null,
    first_failed_at timestamp with time zone not null,
    failed_at       timestamp with time zone not null,
    next_at         timestamp with time zone,
    dropped_at      timestamp with time zone,
    given_up_at     timestamp with time zone,
    constraint failed_job_pkey primary key (id)
);
create unique index failed_job_open on failed_job (name, subject) where given_up_at is null;
create index failed_job_given_up on failed_job (given_up_at) where given_up_at is not null;

-- For what is removed after a while, the oldest first.
create index build_log_written_at on build_log (written_at);
