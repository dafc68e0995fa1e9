package dev.moka.formats.json;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader of one JSON document: `{"instances": [row, row …]}`, or an array of rows, or one row.
/// Rows are read one after the other, so that a long document needs no more memory than its batch.
public final class JsonReader implements DataReader {
    static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    /// Rows are read out of the middle of a document, so that more may follow each.
    private static final JsonMapper ROWS =
            MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final JsonParser parser;
    private final InputStream in;
    private final ReadOptions options;
    private final InstanceRows rows;
    private boolean begun;
    private boolean ended;
    private boolean flat;
    private long record;

    /// A reader of `in` under these options.
    public JsonReader(InputStream in, ReadOptions options) {
        this.in = in;
        this.options = options;
        parser = ROWS.createParser(in);
        rows = new InstanceRows(options);
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        try {
            begin();
            while (rows.rows() < limit && !ended) {
                row();
            }
        } catch (JacksonException e) {
            throw new FormatException(place(), "this is not JSON: " + e.getOriginalMessage(), e);
        }
        return rows.rows() == 0 ? Optional.empty() : Optional.of(rows.take());
    }

    @Override
    public void close() throws IOException {
        try (in) {
            parser.close();
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        JsonToken first = parser.nextToken();
        if (first == null) {
            ended = true;
        } else if (first == JsonToken.START_OBJECT) {
            object();
        } else if (first == JsonToken.START_ARRAY) {
            flat = true;
        } else {
            throw new FormatException(place(), "neither an object nor an array");
        }
    }

    /// The object is either the envelope of instances, or one row.
    private void object() {
        parser.nextToken();
        if ("instances".equals(parser.currentName())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new FormatException(place(), "\"instances\" is not an array");
            }
            return;
        }
        ended = true;
        record = 1;
        rows.add(Instance.of(rest(), options.elementType(), place()), place());
    }

    private JsonNode rest() {
        var object = MAPPER.createObjectNode();
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, tree());
            parser.nextToken();
        }
        return object;
    }

    private void row() {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            return;
        }
        if (token == null) {
            throw new FormatException(place(), "the document ends within the array of rows");
        }
        record++;
        if (flat && token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT) {
            flatRow();
            return;
        }
        flat = false;
        rows.add(Instance.of(tree(), options.elementType(), place()), place());
    }

    /// An array of numbers and not of rows is one row.
    private void flatRow() {
        if (record > 1) {
            throw new FormatException(place(), "a number among rows");
        }
        var numbers = MAPPER.createArrayNode();
        do {
            numbers.add(tree());
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        ended = true;
        rows.add(Instance.of(numbers, options.elementType(), place()), place());
    }

    private JsonNode tree() {
        return ROWS.readTree(parser);
    }

    private Place place() {
        return Place.of(options.source(), "row", record);
    }
}
