-- Images that are rebuilt for advisories, from the facts of their builds: may be emptied and replayed. A row without rebuilt_nvr has not
-- ended well, or not yet. contained: NVRs of the advisory's RPMs that it was found to contain, blank-separated.
create table rebuilt_image (
    build_id     varchar(255) not null,
    search_key   text         not null,
    event_number integer      not null,
    build_number integer      not null,
    original_nvr text         not null,
    rebuilt_nvr  text,
    contained    text         not null default '',
    constraint rebuilt_image_pkey primary key (build_id)
);
create index rebuilt_image_search_key on rebuilt_image (search_key) where rebuilt_nvr is not null;
