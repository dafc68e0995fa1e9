-- AWS-style accounts, access keys and roles.

create table accounts (
    id varchar(12) not null primary key,
    user_name varchar(32) unique references users (name) on delete cascade,
    team varchar(32) unique,
    created_at bigint not null
);

create table account_members (
    account_id varchar(12) not null references accounts (id) on delete cascade,
    user_name varchar(32) not null references users (name) on delete cascade,
    joined_at bigint not null,
    primary key (account_id, user_name)
);

create index account_members_by_user on account_members (user_name);

-- The account that a person works in, when it is not their own.
create table working_accounts (
    user_name varchar(32) not null primary key references users (name) on delete cascade,
    account_id varchar(12) not null references accounts (id) on delete cascade
);

-- Secrets are sealed with the master key of the home.
create table access_keys (
    id varchar(20) not null primary key,
    account_id varchar(12) not null references accounts (id) on delete cascade,
    user_name varchar(32) not null references users (name) on delete cascade,
    sealed_secret varchar(200) not null,
    label varchar(80) not null,
    active boolean not null,
    created_at bigint not null,
    last_used_at bigint,
    last_used_service varchar(40),
    last_used_region varchar(40)
);

create index access_keys_of_user on access_keys (user_name, account_id);

create table roles (
    account_id varchar(12) not null references accounts (id) on delete cascade,
    name varchar(64) not null,
    name_folded varchar(64) not null,
    path varchar(512) not null,
    trust_policy text not null,
    description varchar(1000) not null,
    max_session_seconds integer not null,
    created_at bigint not null,
    primary key (account_id, name_folded)
);
