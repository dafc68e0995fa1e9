package dev.moka.kernel.loop;

import dev.moka.kernel.log.Log;
import dev.moka.kernel.transport.LinkSettings;
import dev.moka.kernel.transport.LinkTransport;
import dev.moka.kernel.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class LinkKernelTest extends KernelContract {
    @TempDir Path folder;

    @Override
    Transport transport(Log log) {
        return new LinkTransport(socket(), LinkSettings.standard(Duration.ZERO), () -> {}, log);
    }

    @Override
    TestClient connect() throws IOException {
        return new LinkClient(socket());
    }

    private Path socket() {
        return folder.resolve("kernel.sock");
    }
}
