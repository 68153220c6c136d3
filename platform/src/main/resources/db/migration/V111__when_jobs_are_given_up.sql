-- About when a job is given up that goes on failing; null: never.
alter table failed_job add column gives_up_at timestamp with time zone;
