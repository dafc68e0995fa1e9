package dev.moka.sdk.tablesaw;

import dev.moka.formats.tablesaw.Tables;
import dev.moka.sdk.Session;
import dev.moka.sdk.s3.S3Uri;
import java.io.IOException;
import tech.tablesaw.api.Table;

/// Tablesaw tables in S3.
///
/// ```java
/// S3Uri train = TableData.upload(session, table, "iris/train.csv", "species");
/// Table back = TableData.download(session, train, 1);
/// ```
public final class TableData {
    private TableData() {}

    /// Puts a table into the default bucket as the file that the key's ending names; the columns
    /// named are the labels.
    public static S3Uri upload(Session session, Table table, String key, String... labels)
            throws IOException {
        return upload(session, table, session.uri(key), labels);
    }

    /// Puts a table at an address as the file that its ending names; the columns named are the
    /// labels.
    public static S3Uri upload(Session session, Table table, S3Uri to, String... labels)
            throws IOException {
        return session.uploadData(Tables.toDataset(table, labels), to);
    }

    /// Reads an object as a table; its ending names the format, and its first `labelSize` columns
    /// are labels.
    public static Table download(Session session, S3Uri from, int labelSize) throws IOException {
        return Tables.toTable(from.fileName(), session.readData(from, labelSize));
    }
}
