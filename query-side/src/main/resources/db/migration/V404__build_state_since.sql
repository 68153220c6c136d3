-- When each build came into its state: what is measured of builds that wait or run for long.
alter table build_view add column state_since timestamp with time zone;
update build_view set state_since = (
    select max(time_stamp::timestamptz) from domain_event
    where aggregate_identifier = build_key and payload_type not like '%.ArtifactBuildSubmitted'
);
alter table build_view alter column state_since set not null, alter column state_since set default now();
create index build_view_open on build_view (state, state_since) where state in (0, 4);
