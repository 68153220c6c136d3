-- The small integers of the API. Builds are many, so their numbers are drawn in blocks of 50.
create sequence event_number as integer;
create sequence build_number as integer increment by 50;
