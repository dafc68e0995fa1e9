package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.formats.ContentType;
import dev.moka.formats.DataFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a channel's files hold, by the content type that the job names: long (`text/csv;
/// label_size=1`) or short (`csv`).
///
/// @param parameters the content type's parameters
public record TrainingFormat(DataFormat format, Map<String, String> parameters) {
    private static final Map<String, DataFormat> SHORT =
            Map.of(
                    "csv", DataFormat.CSV,
                    "libsvm", DataFormat.LIBSVM,
                    "parquet", DataFormat.PARQUET,
                    "recordio-protobuf", DataFormat.RECORDIO_PROTOBUF);

    public TrainingFormat {
        parameters = Map.copyOf(parameters);
    }

    /// The format that a channel says, or the algorithm's own without one.
    ///
    /// @throws JobError.Client when the algorithm does not take it
    public static TrainingFormat of(AlgorithmTable table, @Nullable String contentType) {
        String given = contentType == null ? table.defaultContentType() : contentType;
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!table.trainingContentTypes().contains(type)) {
            throw new JobError.Client(
                    "%s is not an accepted ContentType: %s."
                            .formatted(given, String.join(", ", table.trainingContentTypes())));
        }
        DataFormat known = SHORT.get(type);
        if (known != null) {
            return new TrainingFormat(known, Map.of());
        }
        try {
            ContentType parsed = ContentType.parse(given);
            return new TrainingFormat(DataFormat.of(parsed), parsed.parameters());
        } catch (IllegalArgumentException e) {
            throw new JobError.Client(String.valueOf(e.getMessage()), e);
        }
    }
}
