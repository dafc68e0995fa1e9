package dev.moka.hub.database;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.training.MetricPoint;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobFilter;
import dev.moka.hub.training.TrainingJobKey;
import dev.moka.hub.training.TrainingJobName;
import dev.moka.hub.training.TrainingJobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Training jobs, their queue and their metrics in the database.
public final class JdbiTrainingJobs implements TrainingJobStore {
    private final Database database;

    public JdbiTrainingJobs(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(TrainingJob job) {
        return database.write(handle -> {
            int added =
                    handle.createUpdate(
                                    """
                                    insert into training_jobs
                                        (id, account, name, owner, status, spec, life, created_at, modified_at, version)
                                    values (:id, :account, :name, :owner, :status, :spec, :life, :created, :modified, :version)
                                    on conflict do nothing
                                    """)
                            .bind("id", job.id())
                            .bind("account", job.key().account().value())
                            .bind("name", job.key().name().value())
                            .bind("owner", job.owner())
                            .bind("status", job.status())
                            .bind("spec", TrainingJson.spec(job.spec()))
                            .bind("life", TrainingJson.life(job))
                            .bind("created", job.createdAt().toEpochMilli())
                            .bind("modified", job.modifiedAt().toEpochMilli())
                            .bind("version", job.version())
                            .execute();
            if (added == 1) {
                handle.createUpdate(
                                "insert into training_queue (job_id, enqueued_at, leased_until)"
                                        + " values (:id, :at, 0)")
                        .bind("id", job.id())
                        .bind("at", job.createdAt().toEpochMilli())
                        .execute();
            }
            return added == 1;
        });
    }

    @Override
    public Optional<TrainingJob> save(TrainingJob job, List<UsageChange> usage) {
        return database.write(handle -> {
            int changed =
                    handle.createUpdate(
                                    """
                                    update training_jobs
                                    set status = :status, life = :life, modified_at = :modified, version = version + 1
                                    where id = :id and version = :version
                                    """)
                            .bind("status", job.status())
                            .bind("life", TrainingJson.life(job))
                            .bind("modified", job.modifiedAt().toEpochMilli())
                            .bind("id", job.id())
                            .bind("version", job.version())
                            .execute();
            if (changed == 0) {
                return Optional.empty();
            }
            usage.forEach(change -> apply(handle, change));
            if (job.state().isEnded()) {
                handle.createUpdate("delete from training_queue where job_id = :id")
                        .bind("id", job.id())
                        .execute();
            }
            return Optional.of(job.withVersion(job.version() + 1));
        });
    }

    @Override
    public Optional<TrainingJob> find(TrainingJobKey key) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from training_jobs where account = :account and name ="
                                        + " :name")
                        .bind("account", key.account().value())
                        .bind("name", key.name().value())
                        .map((row, _) -> job(row))
                        .findOne());
    }

    @Override
    public List<TrainingJob> list(AccountId account, TrainingJobFilter filter) {
        return database.read(handle ->
                new TrainingJobQuery(account, filter).on(handle).map((row, _) -> job(row)).list());
    }

    @Override
    public List<TrainingJob> unfinished() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select j.* from training_jobs j join training_queue q on q.job_id = j.id
                                order by q.enqueued_at, j.id
                                """)
                        .map((row, _) -> job(row))
                        .list());
    }

    @Override
    public boolean lease(String jobId, String hub, Instant now, Instant until) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        update training_queue set hub = :hub, leased_until = :until
                                        where job_id = :id and (hub is null or hub = :hub or leased_until < :now)
                                        """)
                                .bind("hub", hub)
                                .bind("until", until.toEpochMilli())
                                .bind("id", jobId)
                                .bind("now", now.toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public void renew(String hub, Instant until) {
        database.change(handle ->
                handle.createUpdate(
                                "update training_queue set leased_until = :until where hub = :hub")
                        .bind("until", until.toEpochMilli())
                        .bind("hub", hub)
                        .execute());
    }

    @Override
    public boolean delete(TrainingJob job) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        delete from training_jobs where id = :id and version = :version
                                            and not exists (select 1 from training_queue q where q.job_id = training_jobs.id)
                                        """)
                                .bind("id", job.id())
                                .bind("version", job.version())
                                .execute()
                        == 1);
    }

    @Override
    public void addMetrics(String jobId, List<MetricPoint> points) {
        database.change(handle -> {
            try (PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            insert into training_metrics (job_id, name, position, at, value)
                            values (:job, :name, :position, :at, :value) on conflict do nothing
                            """)) {
                for (MetricPoint point : points) {
                    batch.bind("job", jobId)
                            .bind("name", point.name())
                            .bind("position", point.position())
                            .bind("at", point.at().toEpochMilli())
                            .bind("value", point.value())
                            .add();
                }
                batch.execute();
            }
        });
    }

    @Override
    public List<MetricPoint> metrics(String jobId) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from training_metrics where job_id = :job order by"
                                        + " position, name")
                        .bind("job", jobId)
                        .map((row, _) -> point(row))
                        .list());
    }

    @Override
    public List<MetricPoint> finalMetrics(String jobId) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select m.* from training_metrics m join
                                    (select name, max(position) as latest from training_metrics
                                     where job_id = :job group by name) l
                                    on l.name = m.name and l.latest = m.position
                                where m.job_id = :job order by m.name
                                """)
                        .bind("job", jobId)
                        .map((row, _) -> point(row))
                        .list());
    }

    private static void apply(Handle handle, UsageChange change) {
        switch (change) {
            case UsageChange.Begin(var usage) -> JdbiUsage.begin(handle, usage);
            case UsageChange.End(var instanceId, var at) -> JdbiUsage.end(handle, instanceId, at);
        }
    }

    private static MetricPoint point(ResultSet row) throws SQLException {
        return new MetricPoint(
                row.getString("name"),
                row.getLong("position"),
                Columns.instant(row, "at"),
                row.getDouble("value"));
    }

    private static TrainingJob job(ResultSet row) throws SQLException {
        TrainingJson.Life life = TrainingJson.life(row.getString("life"));
        return new TrainingJob(
                row.getString("id"),
                new TrainingJobKey(
                        new AccountId(row.getString("account")),
                        new TrainingJobName(row.getString("name"))),
                row.getString("owner"),
                TrainingJson.spec(row.getString("spec")),
                life.state(),
                Columns.instant(row, "created_at"),
                life.startedAt(),
                life.endedAt(),
                Columns.instant(row, "modified_at"),
                life.transitions(),
                life.artifact(),
                row.getLong("version"));
    }
}
