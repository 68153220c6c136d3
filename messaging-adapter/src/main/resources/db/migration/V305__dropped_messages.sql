-- A person may drop a parked message. How often it was parked says which failure that person saw.
alter table incoming_message
    drop constraint incoming_message_outcome_check,
    add constraint incoming_message_outcome_check
        check (outcome in ('received', 'registered', 'applied', 'ignored', 'parked', 'dropped')),
    add column parkings    integer not null default 0,
    add column drop_reason varchar(255); -- its key in typed_reason
update incoming_message set parkings = 1 where outcome = 'parked';

-- What lists of messages are filtered by, and what is removed after a while is found by.
create index incoming_message_outcome on incoming_message (outcome, received_at) where outcome <> 'received';
create index incoming_message_topic on incoming_message (topic, id);
create index incoming_message_event on incoming_message (event_id) where event_id is not null;
create index incoming_message_time on incoming_message using brin (received_at);

-- How readers in other rooms see it.
create view readable_message as
select id, message_id, topic, exchange, routing_key, headers, body, received_at, outcome, reason, event_id, attempts, retry_at,
       parkings, drop_reason
from incoming_message;
