package dev.moka.lab.web;

import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.KernelConnection;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.ProtocolException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// `/moka/kernels/{kernel}/stream`: a page's connection to a kernel where WebSockets are blocked.
///
/// `GET` gives the kernel's messages as server-sent events, `POST` takes requests, `DELETE` says
/// good-bye. All carry the frames of the WebSocket's subprotocol v1 and serve the same client
/// session, so that a page can change from one way to the other and miss nothing.
final class KernelStreamRoutes implements LabRoutes {
    private static final String PATH = "/moka/kernels/{kernel}/stream";

    @Override
    public void mount(LabRouter router) {
        router.get(PATH, KernelStreamRoutes::follow);
        router.post(PATH, KernelStreamRoutes::send);
        router.delete(PATH, KernelStreamRoutes::leave);
    }

    private static void follow(Context context, Lab lab) throws IOException, InterruptedException {
        Kernel kernel = KernelRoutes.kernel(context, lab);
        EventStreamSink sink = new EventStreamSink(context);
        KernelConnection connection = kernel.connect(session(context), sink);
        try {
            sink.run(connection.token());
        } catch (IOException e) {
            // The page went away without a word; it may come back.
            return;
        } finally {
            connection.ended(false);
        }
    }

    private static void send(Context context, Lab lab) throws IOException {
        KernelConnection connection =
                KernelRoutes.kernel(context, lab).connection(session(context));
        try {
            for (byte[] frame : frames(context)) {
                connection.send(frame);
            }
        } catch (ProtocolException e) {
            throw Problem.badRequest("Not a kernel message: " + e.getMessage());
        }
        context.status(204);
    }

    /// The body is frames, each after its length as a big-endian uint32.
    private static List<byte[]> frames(Context context) throws IOException {
        try (InputStream in = new LimitedInput(context.bodyInputStream(), LabWeb.LARGEST_REQUEST)) {
            ByteBuffer body = ByteBuffer.wrap(in.readAllBytes());
            List<byte[]> frames = new ArrayList<>();
            while (body.hasRemaining()) {
                int length = body.remaining() < Integer.BYTES ? -1 : body.getInt();
                if (length < 0 || length > body.remaining()) {
                    throw Problem.badRequest("The request's last kernel message is cut off");
                }
                byte[] frame = new byte[length];
                body.get(frame);
                frames.add(frame);
            }
            return frames;
        }
    }

    private static void leave(Context context, Lab lab) throws InterruptedException {
        Kernel kernel = KernelRoutes.kernel(context, lab);
        String token = context.queryParam("connection");
        if (token == null || !token.matches("\\d{1,18}")) {
            throw Problem.badRequest("Say which connection ends: ?connection=…");
        }
        kernel.leave(session(context), Long.parseLong(token));
        context.status(204);
    }

    private static String session(Context context) {
        String session = context.queryParam("session_id");
        if (session == null || session.isBlank()) {
            throw Problem.badRequest("Say who asks: ?session_id=…");
        }
        return session;
    }
}
