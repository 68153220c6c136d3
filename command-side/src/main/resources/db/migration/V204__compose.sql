-- Which composes builds need: one row for each wish of an Event (id is that of its RequestedCompose), and one for each compose of an
-- original build that has to be waited for ('renewal-<its number>'). 'wanted': nobody asked for it yet; 'asked': its job asks ODCS;
-- 'pending': ODCS makes it as odcs_id; 'done'; 'gone': it was there, and has to be made again; 'failed': for that reason, a JSON object;
-- 'left': its Event needs it no more. Wishes for the same content, in whatever Event, share what ODCS makes.
-- Builds (those of event_id, where it is set) wait from waiting_since until deadline while it is wanted, asked, pending or gone.
create table compose (
    id            varchar(255) not null,
    content       char(64)     not null,
    event_id      varchar(255),
    event_number  integer,
    dry_run       boolean      not null,
    state         varchar(16)  not null,
    odcs_id       bigint,
    expires       timestamp with time zone,
    reason        text,
    waiting_since timestamp with time zone not null,
    deadline      timestamp with time zone not null,
    ended_at      timestamp with time zone,
    constraint compose_pkey primary key (id),
    constraint compose_state_check check (state in ('wanted', 'asked', 'pending', 'done', 'gone', 'failed', 'left')),
    constraint compose_id_check check (state not in ('pending', 'done', 'gone') or odcs_id is not null),
    constraint compose_reason_check check (state <> 'failed' or reason is not null)
);
-- Of those who want the same, one asks.
create unique index compose_asked on compose (content) where state = 'asked';
create index compose_content on compose (content);
create index compose_odcs_id on compose (odcs_id) where odcs_id is not null;
create index compose_event on compose (event_id);
create index compose_waiting on compose (deadline) where state in ('wanted', 'asked', 'pending', 'gone');
