-- What we have learned of images (docs/decisions/0026): which contain a package, and what they are built from. Nothing here is the only
-- copy of anything: what is lost is learned again from the systems outside.
create table image_package (
    id   integer generated always as identity,
    name text collate "C" not null,
    constraint image_package_pkey primary key (id),
    constraint image_package_name_key unique (name)
);

-- RPMs of all images, each once. The architecture is empty where it is that of the image; sort_key sorts as RPM compares.
create table image_rpm (
    id       integer generated always as identity,
    package  integer not null,
    nvr      text collate "C" not null,
    arch     text collate "C" not null,
    sort_key bytea not null,
    constraint image_rpm_pkey primary key (id),
    constraint image_rpm_nvr_key unique (nvr, arch)
);
create index image_rpm_package on image_rpm (package);

-- 'arches' names the architectures, each with those of 'rpms' that it does not have; null where no manifest is known.
create table image (
    id           integer generated always as identity,
    nvr          text collate "C" not null,
    name         text collate "C" not null,
    version      text collate "C" not null,
    published    boolean not null default false,
    packages     integer[] not null default '{}',
    rpms         integer[] not null default '{}',
    arches       jsonb,
    placements   jsonb not null default '[]',
    content_sets text[] not null default '{}',
    labels       jsonb not null default '{}',
    parent       text collate "C",
    constraint image_pkey primary key (id),
    constraint image_nvr_key unique (nvr)
);
alter table image alter column packages set storage main; -- filters read it row by row: only the largest lie elsewhere
alter table image alter column packages set statistics 300; -- of the 3,000 most frequent packages it is known how frequent they are
create index image_packages on image using gin (packages) with (gin_pending_list_limit = 256); -- kB that every search reads as they are
create index image_name on image (name, version);

-- Beside the image, because they change often and it with all its packages hardly ever. seen_at: when a system spoke of it; whole_at: when
-- one said all of it; sighted_at: by repository, when one said that it lies there; asked_at: when one was last asked, which is where the
-- refresh goes on.
create table image_age (
    image      integer not null,
    seen_at    timestamp with time zone,
    whole_at   timestamp with time zone,
    sighted_at jsonb not null default '{}',
    asked_at   timestamp with time zone,
    constraint image_age_pkey primary key (image),
    constraint image_age_image_fkey foreign key (image) references image on delete cascade
);
create index image_age_asked_at on image_age (asked_at nulls first, image);

create table image_parent (
    parent text collate "C" not null,
    child  text collate "C" not null,
    constraint image_parent_pkey primary key (parent, child)
);
create index image_parent_child on image_parent (child);

-- The repositories as they were last listed: all, or the published ones.
create table image_repositories (
    published_only boolean not null,
    repositories   jsonb not null,
    learned_at     timestamp with time zone not null,
    constraint image_repositories_pkey primary key (published_only)
);

-- The systems that are asked about images, and since when one has not answered.
create table image_source (
    name        varchar(64) not null,
    answered_at timestamp with time zone,
    away_since  timestamp with time zone,
    failure     text,
    constraint image_source_pkey primary key (name)
);

-- How readers in other rooms see it.
create view known_image as
select id, nvr, name, version, published, packages, rpms, arches, placements, content_sets, labels, parent from image;
create view known_image_age as select image, seen_at, whole_at, asked_at from image_age;
create view known_package as select id, name from image_package;
create view known_rpm as select id, package, nvr, arch, sort_key from image_rpm;
create view known_image_parent as select parent, child from image_parent;
create view known_image_source as select name, answered_at, away_since, failure from image_source;
