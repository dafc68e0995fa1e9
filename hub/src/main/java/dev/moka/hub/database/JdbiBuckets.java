package dev.moka.hub.database;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.BucketStore;
import dev.moka.hub.objects.CorsRule;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Buckets in the database.
public final class JdbiBuckets implements BucketStore {
    private final Database database;

    public JdbiBuckets(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(Bucket bucket) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into buckets (name, account, region, created_at, tags, cors)
                                        values (:name, :account, :region, :created, :tags, :cors)
                                        on conflict do nothing
                                        """)
                                .bind("name", bucket.name().value())
                                .bind("account", bucket.account().value())
                                .bind("region", bucket.region())
                                .bind("created", bucket.createdAt().toEpochMilli())
                                .bind("tags", ObjectColumns.text(bucket.tags()))
                                .bind("cors", ObjectColumns.text(bucket.cors()))
                                .execute()
                        == 1);
    }

    @Override
    public Optional<Bucket> find(BucketName name) {
        return database.read(handle ->
                handle.createQuery("select * from buckets where name = :name")
                        .bind("name", name.value())
                        .map((row, _) -> ObjectColumns.bucket(row))
                        .findOne());
    }

    @Override
    public List<Bucket> list(AccountId account) {
        return database.read(handle ->
                handle.createQuery("select * from buckets where account = :account order by name")
                        .bind("account", account.value())
                        .map((row, _) -> ObjectColumns.bucket(row))
                        .list());
    }

    @Override
    public Optional<List<String>> delete(BucketName name) {
        return database.write(handle -> delete(handle, name));
    }

    @Override
    public void setTags(BucketName name, Map<String, String> tags) {
        set("update buckets set tags = :value where name = :name", name, ObjectColumns.text(tags));
    }

    @Override
    public void setCors(BucketName name, List<CorsRule> rules) {
        set("update buckets set cors = :value where name = :name", name, ObjectColumns.text(rules));
    }

    private static Optional<List<String>> delete(Handle handle, BucketName name) {
        boolean used =
                handle.createQuery("select 1 from objects where bucket = :bucket limit 1")
                        .bind("bucket", name.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent();
        if (used) {
            return Optional.empty();
        }
        List<String> freed =
                handle.createQuery(
                                """
                                delete from parts
                                where upload in (select id from uploads where bucket = :bucket)
                                returning blob
                                """)
                        .bind("bucket", name.value())
                        .mapTo(String.class)
                        .list();
        handle.createUpdate("delete from uploads where bucket = :bucket")
                .bind("bucket", name.value())
                .execute();
        handle.createUpdate("delete from buckets where name = :bucket")
                .bind("bucket", name.value())
                .execute();
        return Optional.of(freed);
    }

    private void set(String sql, BucketName name, String value) {
        database.change(handle ->
                handle.createUpdate(sql).bind("name", name.value()).bind("value", value).execute());
    }
}
