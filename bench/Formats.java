import dev.moka.formats.csv.CsvReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.Values;
import dev.moka.formats.recordio.RecordIoReader;
import dev.moka.formats.recordio.RecordIoWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/// Moka's side of bench/formats.py: each figure is the median of the last rounds, in seconds, on one thread.
/// Arguments: the folder with the CSV files, rows and columns of the records, rounds.
final class Formats {
    private static final int WARM_UP = 4;

    private interface Work {
        int run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        int columns = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (String name : new String[] {"long", "short"}) {
            byte[] csv = Files.readAllBytes(folder.resolve(name + ".csv"));
            figure("csv float64 " + name, rounds, () -> csv(csv, ElementType.FLOAT64));
            figure("csv float32 " + name, rounds, () -> csv(csv, ElementType.FLOAT32));
        }
        Dataset data = random(rows, columns);
        byte[] records = written(data);
        figure("recordio write", rounds, () -> written(data).length);
        figure("recordio read", rounds, () -> read(records));
    }

    private static int csv(byte[] bytes, ElementType type) throws IOException {
        var options = ReadOptions.of("bench").withElementType(type);
        try (var reader = new CsvReader(new ByteArrayInputStream(bytes), options)) {
            return reader.readAll().rows();
        }
    }

    private static byte[] written(Dataset data) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(data);
        }
        return out.toByteArray();
    }

    private static int read(byte[] bytes) throws IOException {
        var options = ReadOptions.of("bench");
        try (var reader = new RecordIoReader(new ByteArrayInputStream(bytes), options)) {
            return reader.readAll().rows();
        }
    }

    private static Dataset random(int rows, int columns) {
        var random = new Random(1);
        float[] features = new float[rows * columns];
        for (int index = 0; index < features.length; index++) {
            features[index] = random.nextFloat();
        }
        return Dataset.of(new DenseMatrix(rows, columns, Values.of(features)), Values.of(new float[rows]));
    }

    private static void figure(String name, int rounds, Work work) throws IOException {
        double[] seconds = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long began = System.nanoTime();
            if (work.run() == 0) {
                throw new IllegalStateException(name + " gave nothing");
            }
            if (round >= 0) {
                seconds[round] = (System.nanoTime() - began) / 1e9;
            }
        }
        Arrays.sort(seconds);
        System.out.println(name + "=" + seconds[rounds / 2]);
    }
}
