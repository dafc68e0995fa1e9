package dev.moka.hub.host;

/// The machine that the hub runs on.
public interface Host {

    HostReading read();
}
