-- At every start with the embedded PostgreSQL, before anything works: whoever held a processor or a job is dead, because the data folder
-- and its PostgreSQL belong to one process at a time. Without this they would be missed only after 10 s and 20 s. Never applied to a
-- PostgreSQL that somebody else runs: others may work there.
update token_entry set owner = null where owner is not null;
update job_plan set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked;
update job_build set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked;
update job_watch set picked = false, picked_by = null, last_heartbeat = null, version = version + 1 where picked;
