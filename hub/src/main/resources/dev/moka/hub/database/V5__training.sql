-- Training jobs. What is looked for has a column; the rest is JSON. Times are milliseconds since 1970.

create table training_jobs (
    id varchar(36) not null primary key,
    account varchar(12) not null,
    name varchar(63) not null,
    owner varchar(32) not null,
    status varchar(12) not null,
    spec text not null,
    life text not null,
    created_at bigint not null,
    modified_at bigint not null,
    version bigint not null,
    unique (account, name)
);

create index training_jobs_by_time on training_jobs (account, created_at, name);

create index training_jobs_by_status on training_jobs (account, status, name);

-- The jobs that are not ended, and which hub sees to them until when.
create table training_queue (
    job_id varchar(36) not null primary key references training_jobs (id) on delete cascade,
    enqueued_at bigint not null,
    hub varchar(80),
    leased_until bigint not null
);

create table training_metrics (
    job_id varchar(36) not null references training_jobs (id) on delete cascade,
    name varchar(255) not null,
    position bigint not null,
    at bigint not null,
    value double precision not null,
    primary key (job_id, name, position)
);
