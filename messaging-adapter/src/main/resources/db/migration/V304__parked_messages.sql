-- Parked messages are counted all the time, and are few among many.
create index incoming_message_parked on incoming_message (id) where outcome = 'parked';
