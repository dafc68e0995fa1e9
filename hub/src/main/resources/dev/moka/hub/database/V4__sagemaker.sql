-- What the SageMaker and CloudWatch Logs edges keep.

alter table lifecycle_configs add column created_at bigint not null default 0;

update lifecycle_configs set created_at = changed_at;

create table code_repositories (
    owner varchar(32) not null references users (name),
    name varchar(63) not null,
    url varchar(1024) not null,
    branch varchar(1024),
    secret_arn varchar(2048),
    created_at bigint not null,
    changed_at bigint not null,
    primary key (owner, name)
);

-- A link becomes a session when it is used.
create table instance_links (
    token_hash varchar(64) not null primary key,
    owner varchar(32) not null references users (name) on delete cascade,
    name varchar(63) not null,
    instance_id varchar(36) not null,
    session_seconds bigint not null,
    expires_at bigint not null
);

create table instance_sessions (
    cookie_hash varchar(64) not null primary key,
    owner varchar(32) not null references users (name) on delete cascade,
    name varchar(63) not null,
    instance_id varchar(36) not null,
    expires_at bigint not null
);

create table resource_tags (
    resource varchar(400) not null,
    tag_key varchar(128) not null,
    tag_value varchar(256) not null,
    primary key (resource, tag_key)
);

create table log_groups (
    account varchar(12) not null,
    name varchar(512) not null,
    retention_days integer,
    created_at bigint not null,
    primary key (account, name)
);

-- The events are in files of their own, named by the id.
create table log_streams (
    id varchar(36) not null primary key,
    account varchar(12) not null,
    group_name varchar(512) not null,
    name varchar(512) not null,
    created_at bigint not null,
    unique (account, group_name, name),
    foreign key (account, group_name) references log_groups (account, name)
);
