-- An order that was sent may be heard for some time, also one of a process that stands still or has died: until then nobody sends it again.
-- calls: how often it was tried; whoever tried before the last one sends nothing any more.
alter table submission add column call_until timestamp with time zone;
alter table compose add column calls integer not null default 0, add column call_until timestamp with time zone;
