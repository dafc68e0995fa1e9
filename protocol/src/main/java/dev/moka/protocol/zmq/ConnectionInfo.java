package dev.moka.protocol.zmq;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a connection file says: where a kernel listens and the key that signs its messages.
///
/// @param ip the address to bind, for example `127.0.0.1`
/// @param key the secret of the signatures; empty when messages are not signed
public record ConnectionInfo(
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int heartbeatPort,
        String key,
        String kernelName) {
    /// The only signature scheme in use.
    public static final String SCHEME = "hmac-sha256";

    private static final int MAX_PORT = 65_535;

    public ConnectionInfo {
        checkPort("shell_port", shellPort);
        checkPort("iopub_port", iopubPort);
        checkPort("stdin_port", stdinPort);
        checkPort("control_port", controlPort);
        checkPort("hb_port", heartbeatPort);
    }

    /// Reads a connection file.
    ///
    /// @throws ProtocolException when it is not JSON, a port is missing or out of range, or the
    ///   transport or the signature scheme is one that we don't speak
    public static ConnectionInfo parse(byte[] json) {
        ObjectNode file = Json.parseObject(json);
        expect(file, "transport", "tcp");
        expect(file, "signature_scheme", SCHEME);
        return new ConnectionInfo(
                text(file, "ip", "127.0.0.1"),
                port(file, "shell_port"),
                port(file, "iopub_port"),
                port(file, "stdin_port"),
                port(file, "control_port"),
                port(file, "hb_port"),
                text(file, "key", ""),
                text(file, "kernel_name", ""));
    }

    /// The ZeroMQ address of a channel, for example `tcp://127.0.0.1:50123`.
    public String address(Channel channel) {
        return address(
                switch (channel) {
                    case SHELL -> shellPort;
                    case CONTROL -> controlPort;
                    case STDIN -> stdinPort;
                    case IOPUB -> iopubPort;
                });
    }

    /// The ZeroMQ address of the heartbeat.
    public String heartbeatAddress() {
        return address(heartbeatPort);
    }

    /// The connection file's text.
    public byte[] toJson() {
        ObjectNode file = Json.object();
        file.put("ip", ip);
        file.put("transport", "tcp");
        file.put("shell_port", shellPort);
        file.put("iopub_port", iopubPort);
        file.put("stdin_port", stdinPort);
        file.put("control_port", controlPort);
        file.put("hb_port", heartbeatPort);
        file.put("key", key);
        file.put("signature_scheme", SCHEME);
        file.put("kernel_name", kernelName);
        return Json.bytes(file);
    }

    /// Tells everything but the key.
    @Override
    public String toString() {
        return "ConnectionInfo[" + ip + ", shell " + shellPort + ", iopub " + iopubPort + "]";
    }

    private String address(int port) {
        return "tcp://" + ip + ":" + port;
    }

    private static void expect(ObjectNode file, String field, String wanted) {
        String given = text(file, field, wanted);
        if (!given.equals(wanted)) {
            throw new ProtocolException(
                    "the connection file's %s is '%s'; only '%s' is supported"
                            .formatted(field, given, wanted));
        }
    }

    private static String text(ObjectNode file, String field, String otherwise) {
        JsonNode value = file.path(field);
        return value.isString() && !value.asString().isEmpty() ? value.asString() : otherwise;
    }

    private static int port(ObjectNode file, String field) {
        JsonNode value = file.path(field);
        if (!value.isIntegralNumber()) {
            throw new ProtocolException("the connection file has no number %s".formatted(field));
        }
        return value.asInt();
    }

    private static void checkPort(String field, int port) {
        if (port < 1 || port > MAX_PORT) {
            throw new ProtocolException(
                    "the connection file's %s is %d; 1 to %d are allowed"
                            .formatted(field, port, MAX_PORT));
        }
    }
}
