-- Buckets and objects; their bytes are files. Keys are sorted as bytes on both databases: SQLite
-- keeps a bound byte array as a blob whatever the column is called.

create table buckets (
    name varchar(63) not null primary key,
    account varchar(12) not null,
    region varchar(32) not null,
    created_at bigint not null,
    tags text not null,
    cors text not null
);

create index buckets_of_account on buckets (account, name);

create table objects (
    bucket varchar(63) not null references buckets (name),
    object_key bytea not null,
    content varchar(64) not null,
    parts integer not null,
    size bigint not null,
    etag varchar(40) not null,
    modified_at bigint not null,
    checksum_algorithm varchar(10),
    checksum_type varchar(12),
    checksum varchar(100),
    metadata text not null,
    tags text not null,
    primary key (bucket, object_key)
);

create index objects_of_content on objects (content);

create table uploads (
    id varchar(64) not null primary key,
    bucket varchar(63) not null references buckets (name),
    object_key bytea not null,
    initiated_at bigint not null,
    checksum_algorithm varchar(10),
    checksum_type varchar(12) not null,
    metadata text not null,
    tags text not null
);

create index uploads_of_bucket on uploads (bucket, object_key, id);

-- The parts of an upload, and of the content that it became.
create table parts (
    upload varchar(64) not null,
    part_number integer not null,
    blob varchar(32) not null,
    size bigint not null,
    etag varchar(32) not null,
    checksum varchar(100),
    modified_at bigint not null,
    primary key (upload, part_number)
);

create index parts_of_blob on parts (blob);
