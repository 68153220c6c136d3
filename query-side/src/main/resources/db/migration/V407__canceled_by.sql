-- The actor who canceled an Event, where that was somebody who had logged in; whose the id is, is looked up when it is shown.
alter table event_view add column canceled_by varchar(64);
