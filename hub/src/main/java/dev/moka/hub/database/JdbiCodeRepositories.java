package dev.moka.hub.database;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.notebook.CodeRepository;
import dev.moka.hub.notebook.CodeRepositoryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Code repositories in the database.
public final class JdbiCodeRepositories implements CodeRepositoryStore {
    private final Database database;

    public JdbiCodeRepositories(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(CodeRepository repository) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into code_repositories
                                            (owner, name, url, branch, secret_arn, created_at, changed_at)
                                        values (:owner, :name, :url, :branch, :secret, :created, :changed)
                                        on conflict do nothing
                                        """)
                                .bind("owner", repository.owner().value())
                                .bind("name", repository.name())
                                .bind("url", repository.url())
                                .bind("branch", repository.branch())
                                .bind("secret", repository.secretArn())
                                .bind("created", repository.createdAt().toEpochMilli())
                                .bind("changed", repository.changedAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean update(CodeRepository repository) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        update code_repositories
                                        set secret_arn = :secret, changed_at = :changed
                                        where owner = :owner and name = :name
                                        """)
                                .bind("owner", repository.owner().value())
                                .bind("name", repository.name())
                                .bind("secret", repository.secretArn())
                                .bind("changed", repository.changedAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean delete(UserName owner, String name) {
        return database.write(handle ->
                handle.createUpdate(
                                        "delete from code_repositories where owner = :owner and"
                                                + " name = :name")
                                .bind("owner", owner.value())
                                .bind("name", name)
                                .execute()
                        == 1);
    }

    @Override
    public Optional<CodeRepository> find(UserName owner, String name) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from code_repositories where owner = :owner and name ="
                                        + " :name")
                        .bind("owner", owner.value())
                        .bind("name", name)
                        .map((row, _) -> repository(row))
                        .findOne());
    }

    @Override
    public List<CodeRepository> list(UserName owner) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from code_repositories where owner = :owner order by"
                                        + " name")
                        .bind("owner", owner.value())
                        .map((row, _) -> repository(row))
                        .list());
    }

    private static CodeRepository repository(ResultSet row) throws SQLException {
        return new CodeRepository(
                new UserName(row.getString("owner")),
                row.getString("name"),
                row.getString("url"),
                row.getString("branch"),
                row.getString("secret_arn"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "changed_at"));
    }
}
