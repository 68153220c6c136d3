-- The signs of life of the processes. A cluster is the group of those who share a secret.
create table cluster_member (
    member_id  text        not null,
    cluster    text        not null,
    processors text[]      not null,
    seen_at    timestamptz not null,
    constraint cluster_member_pkey primary key (member_id)
);

-- Where the members of a cluster are found. The columns are those of JGroups' JDBC_PING.
create table jgroupsping (
    own_addr     varchar(200) not null,
    cluster_name varchar(200) not null,
    ping_data    bytea,
    constraint jgroupsping_pkey primary key (own_addr, cluster_name)
);
