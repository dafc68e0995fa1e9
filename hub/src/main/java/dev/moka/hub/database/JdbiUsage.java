package dev.moka.hub.database;

import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.metering.UsageStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Usage records in the database.
public final class JdbiUsage implements UsageStore {
    private final Database database;

    public JdbiUsage(Database database) {
        this.database = database;
    }

    static void begin(Handle handle, UsageRecord usage) {
        BigDecimal price = usage.usdPerHour();
        handle.createUpdate(
                        """
                        insert into usage_records
                            (id, instance_id, owner, instance_name, instance_type, usd_per_hour, began_at)
                        values (:id, :instance, :owner, :name, :type, :price, :began)
                        """)
                .bind("id", UUID.randomUUID().toString())
                .bind("instance", usage.instanceId())
                .bind("owner", usage.owner())
                .bind("name", usage.instanceName())
                .bind("type", usage.instanceType())
                .bind("price", price == null ? null : price.toPlainString())
                .bind("began", usage.since().toEpochMilli())
                .execute();
    }

    static void end(Handle handle, String instanceId, Instant at) {
        handle.createUpdate(
                        "update usage_records set ended_at = :at where instance_id = :instance and"
                                + " ended_at is null")
                .bind("at", at.toEpochMilli())
                .bind("instance", instanceId)
                .execute();
    }

    @Override
    public List<UsageRecord> ofInstance(String instanceId) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from usage_records where instance_id = :instance order by"
                                        + " began_at")
                        .bind("instance", instanceId)
                        .map((row, _) -> usage(row))
                        .list());
    }

    @Override
    public List<UsageRecord> ofOwner(String owner, Instant from, Instant to) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from usage_records
                                where owner = :owner and began_at < :to and (ended_at is null or ended_at > :from)
                                order by began_at
                                """)
                        .bind("owner", owner)
                        .bind("to", to.toEpochMilli())
                        .bind("from", from.toEpochMilli())
                        .map((row, _) -> usage(row))
                        .list());
    }

    private static UsageRecord usage(ResultSet row) throws SQLException {
        String price = row.getString("usd_per_hour");
        return new UsageRecord(
                row.getString("instance_id"),
                row.getString("owner"),
                row.getString("instance_name"),
                row.getString("instance_type"),
                price == null ? null : new BigDecimal(price),
                Columns.instant(row, "began_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
