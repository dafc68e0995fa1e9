package dev.moka.formats.json;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.text.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A reader of JSON Lines: one row per line, in any of the forms that a row has in JSON.
public final class JsonLinesReader implements DataReader {
    private final LineSource lines;
    private final ReadOptions options;
    private final InstanceRows rows;

    /// A reader of `in` under these options.
    public JsonLinesReader(InputStream in, ReadOptions options) {
        this.options = options;
        lines = new LineSource(in, options.source());
        rows = new InstanceRows(options);
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        while (rows.rows() < limit && lines.nextNotBlank()) {
            Place place = Place.of(options.source(), "line", lines.number());
            rows.add(Instance.of(node(place), options.elementType(), place), place);
        }
        return rows.rows() == 0 ? Optional.empty() : Optional.of(rows.take());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private JsonNode node(Place place) {
        try {
            return JsonReader.MAPPER.readTree(
                    lines.bytes(), lines.start(), lines.end() - lines.start());
        } catch (JacksonException e) {
            throw new FormatException(place, "this is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
