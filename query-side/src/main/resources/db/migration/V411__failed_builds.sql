-- The first page shows what failed since yesterday.
create index build_view_failed on build_view (state_since) where state = 2;
