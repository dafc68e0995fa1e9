-- Runs unchanged on SQLite and PostgreSQL. Times are milliseconds since 1970; JSON and ids are text.

create table users (
    name varchar(32) not null primary key,
    role varchar(8) not null check (role in ('USER', 'ADMIN')),
    disabled boolean not null,
    password_hash varchar(300),
    link_hash varchar(64) unique,
    link_expires_at bigint,
    created_at bigint not null
);

create table sessions (
    id varchar(32) not null primary key,
    cookie_hash varchar(64) not null unique,
    user_name varchar(32) not null references users (name) on delete cascade,
    address varchar(64) not null,
    agent varchar(200) not null,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null
);

create index sessions_of_user on sessions (user_name);

create table api_tokens (
    id varchar(32) not null primary key,
    secret_hash varchar(64) not null unique,
    user_name varchar(32) not null references users (name) on delete cascade,
    label varchar(80) not null,
    created_at bigint not null,
    last_used_at bigint
);

create index api_tokens_of_user on api_tokens (user_name);

create table lifecycle_configs (
    owner varchar(32) not null references users (name),
    name varchar(63) not null,
    on_create text not null,
    on_start text not null,
    shared boolean not null,
    changed_at bigint not null,
    primary key (owner, name)
);

create table package_sets (
    owner varchar(32) not null references users (name),
    name varchar(63) not null,
    coordinates text not null,
    shared boolean not null,
    changed_at bigint not null,
    primary key (owner, name)
);

create table notebook_instances (
    id varchar(36) not null primary key,
    owner varchar(32) not null references users (name),
    name varchar(63) not null,
    name_folded varchar(63) not null,
    spec text not null,
    status text not null,
    created_at bigint not null,
    starts integer not null,
    created boolean not null,
    package_lock text not null,
    version bigint not null,
    unique (owner, name_folded)
);

create table usage_records (
    id varchar(36) not null primary key,
    instance_id varchar(36) not null,
    owner varchar(32) not null,
    instance_name varchar(63) not null,
    instance_type varchar(40) not null,
    usd_per_hour varchar(40),
    began_at bigint not null,
    ended_at bigint
);

create index usage_records_of_instance on usage_records (instance_id);

create index usage_records_of_owner on usage_records (owner, began_at);
