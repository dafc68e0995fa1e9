package dev.moka.protocol.zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.ProtocolException;
import org.junit.jupiter.api.Test;

class ConnectionInfoTest {
    private static final String FILE =
            """
            {"shell_port": 5001, "iopub_port": 5002, "stdin_port": 5003, "control_port": 5004, "hb_port": 5005,
             "ip": "127.0.0.1", "key": "a-b-c", "transport": "tcp", "signature_scheme": "hmac-sha256",
             "kernel_name": "java", "jupyter_session": "/x.ipynb"}
            """;

    @Test
    void readsTheFileThatJupyterWrites() {
        ConnectionInfo info = ConnectionInfo.parse(FILE.getBytes(UTF_8));
        assertThat(info.address(Channel.SHELL)).isEqualTo("tcp://127.0.0.1:5001");
        assertThat(info.address(Channel.IOPUB)).isEqualTo("tcp://127.0.0.1:5002");
        assertThat(info.address(Channel.STDIN)).isEqualTo("tcp://127.0.0.1:5003");
        assertThat(info.address(Channel.CONTROL)).isEqualTo("tcp://127.0.0.1:5004");
        assertThat(info.heartbeatAddress()).isEqualTo("tcp://127.0.0.1:5005");
        assertThat(info.key()).isEqualTo("a-b-c");
    }

    @Test
    void whatItWritesItReads() {
        ConnectionInfo info = ConnectionInfo.parse(FILE.getBytes(UTF_8));
        assertThat(ConnectionInfo.parse(info.toJson())).isEqualTo(info);
    }

    @Test
    void theKeyIsNotInItsText() {
        assertThat(ConnectionInfo.parse(FILE.getBytes(UTF_8)).toString()).doesNotContain("a-b-c");
    }

    @Test
    void badFilesAreRefusedByName() {
        refused("nonsense", "not JSON");
        refused(FILE.replace("\"hb_port\"", "\"other\""), "hb_port");
        refused(FILE.replace("5001", "0"), "shell_port is 0; 1 to 65535");
        refused(FILE.replace("5001", "70000"), "shell_port is 70000");
        refused(FILE.replace("\"tcp\"", "\"ipc\""), "transport is 'ipc'; only 'tcp'");
        refused(FILE.replace("hmac-sha256", "hmac-md5"), "signature_scheme is 'hmac-md5'");
    }

    private static void refused(String file, String reason) {
        assertThatThrownBy(() -> ConnectionInfo.parse(file.getBytes(UTF_8)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(reason);
    }
}
