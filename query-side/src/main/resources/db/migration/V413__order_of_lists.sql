-- Every filter and every key that a list is ordered by has a B-tree that ends in the number: a page of a million rows is read from it in
-- order, in both directions. What is longer than an index takes is cut (nothing on the bus is); the JSON keeps all of it.
update event_view set message_id = left(message_id, 500), search_key = left(search_key, 500), requester = left(requester, 500)
    where length(message_id) > 500 or length(search_key) > 500 or length(requester) > 500;
update build_view set name = left(name, 500), original_nvr = left(original_nvr, 500), rebuilt_nvr = left(rebuilt_nvr, 500)
    where length(name) > 500 or length(original_nvr) > 500 or length(rebuilt_nvr) > 500;

drop index event_view_message_id, event_view_search_key;
drop index if exists event_view_event_type_id;
create index event_view_message_id on event_view (message_id, number);
create index event_view_search_key on event_view (search_key, number);
create index event_view_requester on event_view (requester, number);
create index event_view_event_type_id on event_view (event_type_id, number);
create index event_view_listed on event_view (number) where listed;

drop index build_view_name, build_view_dep_on_id, build_view_build_id, build_view_original_nvr, build_view_rebuilt_nvr;
drop index if exists build_view_type;
create index build_view_name on build_view (name, number);
create index build_view_dep_on_id on build_view (dep_on_id, number);
create index build_view_build_id on build_view (build_id, number);
create index build_view_original_nvr on build_view (original_nvr, number);
create index build_view_rebuilt_nvr on build_view (rebuilt_nvr, number);
create index build_view_type on build_view (type, number);
