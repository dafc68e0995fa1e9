package dev.moka.hub.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.errors.ValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The catalogue of instance types, read from the table `instance_types.csv` beside this class.
public final class InstanceTypes {
    private static final Comparator<InstanceType> BY_SIZE =
            Comparator.comparing(InstanceType::family)
                    .thenComparing(type -> type.name().substring(0, type.name().lastIndexOf('.')))
                    .thenComparingInt(InstanceType::vcpu)
                    .thenComparing(InstanceType::memoryGib);

    private final Map<String, InstanceType> types;

    private InstanceTypes(Map<String, InstanceType> types) {
        this.types = types;
    }

    public static InstanceTypes load() {
        try (InputStream table =
                        Objects.requireNonNull(
                                InstanceTypes.class.getResourceAsStream("instance_types.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            Map<String, InstanceType> types = new LinkedHashMap<>();
            lines.lines().skip(1).map(InstanceTypes::parse).forEach(t -> types.put(t.name(), t));
            return new InstanceTypes(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The types that a notebook instance can have, by family and size.
    public List<InstanceType> forNotebooks() {
        return types.values().stream().filter(InstanceType::forNotebooks).sorted(BY_SIZE).toList();
    }

    public Optional<InstanceType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /// The type of this name, or an error that says which names come near.
    public InstanceType requireForNotebooks(String name) {
        InstanceType type = types.get(name);
        if (type == null) {
            throw new ValidationException(
                    "There is no instance type '%s'; types like it are %s"
                            .formatted(shortened(name), String.join(", ", near(name))));
        }
        if (!type.forNotebooks()) {
            throw new ValidationException(
                    "Instance type '%s' is not for notebook instances, only for %s"
                            .formatted(name, String.join(", ", type.uses())));
        }
        return type;
    }

    private List<String> near(String name) {
        String wanted = name.startsWith("ml.") ? name : "ml." + name;
        int dot = wanted.lastIndexOf('.');
        String series = dot > 2 ? wanted.substring(0, dot + 1) : wanted;
        List<String> same =
                forNotebooks().stream()
                        .map(InstanceType::name)
                        .filter(known -> known.startsWith(series))
                        .limit(4)
                        .toList();
        return same.isEmpty() ? List.of("ml.t3.medium", "ml.t3.large", "ml.m5.xlarge") : same;
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }

    private static InstanceType parse(String line) {
        String[] cells = line.split(",", -1);
        return new InstanceType(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                new BigDecimal(cells[3]),
                cells[4].isEmpty() ? null : cells[4],
                Set.of(cells[5].split(" ")),
                cells[6].isEmpty() ? null : new BigDecimal(cells[6]),
                cells[7]);
    }
}
