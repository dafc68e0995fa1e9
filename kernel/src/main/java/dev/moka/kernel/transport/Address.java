package dev.moka.kernel.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where a message goes, as its transport needs it: ZeroMQ's routing identities, or an IOPub topic.
/// The link ignores it.
public record Address(List<byte[]> identities) {
    /// Nobody in particular.
    public static final Address NONE = new Address(List.of());

    public Address {
        identities = List.copyOf(identities);
    }

    /// An IOPub topic, by which ZeroMQ subscribers can choose.
    public static Address topic(String name) {
        return new Address(List.of(name.getBytes(StandardCharsets.UTF_8)));
    }
}
