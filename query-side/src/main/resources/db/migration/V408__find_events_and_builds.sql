-- By what /api/3 finds Events and builds, newest first. Rows that are there already get what a replay would give them.
alter table event_view
    add column created  timestamp with time zone not null default now(),
    add column packages text[] not null default '{}',
    add column reasons  text[] not null default '{}';
with facts as (
    select aggregate_identifier as key, time_stamp, convert_from(payload, 'UTF8')::jsonb as fact
    from domain_event where payload_type ~ '\.(EventRegistered|RebuildPlanned|EventSkipped|EventFailed)$'),
all_reasons as (
    select key, fact -> 'reason' as reason from facts where fact ? 'reason'
    union all
    select key, artifact -> 'reason' from facts, jsonb_array_elements(coalesce(fact -> 'builds', '[]')) as artifact
    union all
    select key, artifact -> 'reason' from facts, jsonb_array_elements(coalesce(fact -> 'declined', '[]')) as artifact),
names as (
    select key, coalesce(fact #>> '{trigger,rpm}', fact #>> '{trigger,container}', fact #>> '{trigger,module}') as name from facts
    union all
    select key, regexp_replace(fact #>> '{trigger,build}', '-[^-]+-[^-]+$', '') from facts
    where fact #>> '{trigger,kind}' = 'build-tagged'
    union all
    select key, regexp_replace(build, '-[^-]+-[^-]+$', '')
    from facts, jsonb_array_elements_text(coalesce(fact #> '{trigger,builds}', '[]')) as build
    union all
    select key, reason #>> '{facts,rpm}' from all_reasons)
update event_view set
    created = registered.at, packages = coalesce(named.packages, '{}'), reasons = coalesce(reasoned.reasons, '{}')
from (select key, min(time_stamp::timestamptz) as at from facts where fact ? 'trigger' group by key) as registered
left join (
    select key, array_agg(distinct name collate "C" order by name collate "C") as packages
    from names where name <> '' and length(name) <= 255 group by key) as named on named.key = registered.key
left join (
    select key, array_agg(distinct reason ->> 'code' collate "C" order by reason ->> 'code' collate "C") as reasons
    from all_reasons group by key) as reasoned on reasoned.key = registered.key
where registered.key = event_key;
create index event_view_created on event_view (created, number);
create index event_view_event_type_id on event_view (event_type_id);
create index event_view_packages on event_view using gin (packages);
create index event_view_reasons on event_view using gin (reasons);

alter table build_view
    add column end_reason text,
    add column created    timestamp with time zone not null default now(),
    add column stream     text,
    add column reason     text;
update build_view set
    end_reason = ended::jsonb ->> 'code', created = time_stamp::timestamptz, stream = fact #>> '{build,artifact,stream}',
    reason = fact #>> '{build,reason,code}'
from (
    select aggregate_identifier as key, time_stamp, convert_from(payload, 'UTF8')::jsonb as fact
    from domain_event where payload_type like '%.ArtifactBuildPlanned') as planned
where key = build_key;
create index build_view_created on build_view (created, number);
create index build_view_type on build_view (type);
create index build_view_stream on build_view using hash (stream);
create index build_view_reason on build_view (reason);
create index build_view_end_reason on build_view (end_reason) where end_reason is not null;
