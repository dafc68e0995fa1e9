package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.formats.DataFormat;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.parquet.ParquetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reader of a channel's files into labelled rows.
///
/// @param weighted whether a CSV file's second column holds weights (`csv_weights`)
public record ChannelReader(TrainingFormat format, boolean weighted) {
    /// Rows per batch: few enough that growing one is cheap, many enough to be fast.
    private static final int BATCH = 1 << 16;

    private static final float[] NONE = {};

    /// All rows; none when there are no files.
    ///
    /// @throws JobError.Client when a file is not what the content type says, or has no labels
    public LabelledRows read(List<Path> files) throws IOException {
        List<Batch> batches = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file, batches);
            } catch (FormatException e) {
                throw new JobError.Client(failed(e), e);
            }
        }
        return new LabelledRows(batches);
    }

    private void read(Path file, List<Batch> batches) throws IOException {
        if (format.format() == DataFormat.LIBSVM) {
            try (var reader = new LabelledLibSvm(file)) {
                Optional<Batch> batch = reader.next(BATCH);
                while (batch.isPresent()) {
                    batches.add(batch.get());
                    batch = reader.next(BATCH);
                }
            }
            return;
        }
        try (DataReader reader = reader(file)) {
            long row = 0;
            Optional<Dataset> rows = reader.next(BATCH);
            while (rows.isPresent()) {
                batches.add(batch(file, row, rows.get()));
                row += rows.get().rows();
                rows = reader.next(BATCH);
            }
        }
    }

    private DataReader reader(Path file) throws IOException {
        ReadOptions options =
                ReadOptions.of(ChannelFiles.name(file)).withLabelSize(weighted ? 2 : 1);
        if (format.format() == DataFormat.PARQUET) {
            return ParquetReader.of(file, options);
        }
        InputStream in = DataFileInput.open(file);
        if (format.format() == DataFormat.CSV) {
            if ("present".equals(format.parameters().get("header"))) {
                options = options.withHeader(ReadOptions.Header.PRESENT);
            }
            in = Delimiter.of(file).commas(in);
        }
        return format.format().reader(in, options);
    }

    private Batch batch(Path file, long firstRow, Dataset rows) {
        DenseMatrix labels = rows.labels();
        if (labels.columns() == 0) {
            throw new JobError.Client(
                    "Got input data without labels. Please check the input data set. (%s)"
                            .formatted(ChannelFiles.name(file)));
        }
        float[] first = new float[rows.rows()];
        float[] weights = weighted ? new float[rows.rows()] : NONE;
        for (int row = 0; row < first.length; row++) {
            first[row] = (float) labels.get(row, 0);
            if (weighted) {
                weights[row] = (float) labels.get(row, 1);
            }
        }
        return new Batch(file, firstRow, rows.features(), first, weights, new int[0]);
    }

    private String failed(FormatException e) {
        String name =
                switch (format.format()) {
                    case CSV -> "csv";
                    case PARQUET -> "parquet";
                    case RECORDIO_PROTOBUF -> "recordio-protobuf";
                    case LIBSVM, JSON, JSON_LINES -> format.format().contentType();
                };
        return "Failed to load %s data with exception: %s".formatted(name, e.getMessage());
    }
}
