package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lab's end of the link, against a socket that speaks the kernel's.
@Timeout(30)
class LinkClientTest {
    @TempDir Path folder;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicBoolean alive = new AtomicBoolean(true);

    private final LinkListener listener =
            new LinkListener() {
                @Override
                public LinkFrame.Hello hello() {
                    return new LinkFrame.Hello("e", stored.get());
                }

                @Override
                public void welcomed(LinkFrame.Welcome welcome) {
                    events.add("welcome " + welcome.nextSequence());
                }

                @Override
                public void said(long sequence, byte[] frame) {
                    stored.set(sequence);
                    events.add("said " + sequence);
                }

                @Override
                public void gone() {
                    events.add("gone");
                }
            };

    private ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(socket));
    }

    private void expect(String event) throws InterruptedException {
        assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(event);
    }

    @Test
    void whatIsStoredIsAcknowledgedAndANewConnectionGoesOnFromThere() throws Exception {
        Path socket = folder.resolve("k.sock");
        try (LinkClient client = new LinkClient(socket, alive::get, listener)) {
            assertThat(client.send(new byte[] {1})).isTrue();
            client.start();
            try (ServerSocketChannel kernel = listen(socket)) {
                try (SocketChannel first = kernel.accept()) {
                    assertThat(LinkCodec.read(first)).isEqualTo(new LinkFrame.Hello("e", 0));
                    LinkCodec.write(first, new LinkFrame.Welcome("e", 1, 0));
                    expect("welcome 1");
                    assertThat(LinkCodec.read(first)).isInstanceOf(LinkFrame.Data.class);
                    assertThat(client.awaitConnected(Duration.ofSeconds(5))).isTrue();
                    LinkCodec.write(first, new LinkFrame.Data(1, new byte[0]));
                    expect("said 1");
                    assertThat(LinkCodec.read(first)).isEqualTo(new LinkFrame.Ack(1));
                }
                try (SocketChannel second = kernel.accept()) {
                    assertThat(LinkCodec.read(second)).isEqualTo(new LinkFrame.Hello("e", 1));
                    LinkCodec.write(second, new LinkFrame.Welcome("e", 2, 0));
                    expect("welcome 2");
                    alive.set(false);
                }
            }
            expect("gone");
            assertThat(client.awaitConnected(Duration.ofSeconds(5))).isFalse();
        }
    }

    @Test
    void aProcessThatEndsBeforeItListensIsFoundOut() throws Exception {
        try (LinkClient client =
                new LinkClient(folder.resolve("none.sock"), alive::get, listener)) {
            client.start();
            assertThat(client.awaitConnected(Duration.ofMillis(50))).isFalse();
            alive.set(false);
            expect("gone");
        }
    }
}
