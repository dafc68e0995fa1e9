package dev.moka.lab.kernels;

import dev.moka.lab.journal.CellRun;
import dev.moka.lab.journal.CellRuns;
import dev.moka.lab.journal.FrameLog;
import dev.moka.lab.journal.FramePeek;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One kernel: the same id and the same clients across however many processes.
public final class Kernel {
    private static final Logger log = LoggerFactory.getLogger(Kernel.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration EXIT_LIMIT = Duration.ofSeconds(5);
    private static final Duration RESTART_WINDOW = Duration.ofSeconds(60);
    private static final int RESTARTS_IN_WINDOW = 5;

    private final KernelSettings settings;
    private final KernelFolders folders;
    private final Clock clock;
    private final KernelTraffic traffic;
    private final KernelClients clients;
    private final ReentrantLock lifecycle = new ReentrantLock();
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final ReentrantLock sending = new ReentrantLock();
    private volatile KernelRecord record;
    private volatile KernelProcess process;
    private volatile LinkClient link;
    private final AtomicInteger life = new AtomicInteger();
    private volatile boolean ending;
    private volatile boolean dead;

    private Kernel(
            KernelSettings settings,
            KernelFolders folders,
            Clock clock,
            KernelRecord record,
            KernelProcess process)
            throws IOException {
        this.settings = settings;
        this.folders = folders;
        this.clock = clock;
        this.record = record;
        this.process = process;
        String id = record.id();
        this.traffic = new KernelTraffic(folders.journal(id), settings.logLimits(), clock);
        this.clients =
                new KernelClients(
                        folders.cursors(id), traffic.frames(), settings.keepAlive(), clock);
        this.link = nextLink();
    }

    private LinkClient nextLink() {
        Link listener = new Link(life.incrementAndGet());
        return new LinkClient(record.socket(), () -> process.isAlive(), listener);
    }

    /// Starts a kernel and waits until it answers.
    static Kernel start(
            KernelSettings settings, KernelFolders folders, Clock clock, KernelRequest request)
            throws KernelStartException, InterruptedException {
        try {
            folders.create(request.id());
            var launched = KernelLaunches.launch(settings, folders, request, clock);
            Kernel kernel =
                    new Kernel(settings, folders, clock, launched.record(), launched.process());
            kernel.firstAnswer();
            return kernel;
        } catch (IOException e) {
            throw new KernelStartException("The kernel can't be started: " + e.getMessage(), e);
        }
    }

    /// A process that ends before it has ever answered is not replaced.
    private void firstAnswer() throws KernelStartException, InterruptedException {
        ending = true;
        link.start();
        awaitAnswer();
        ending = false;
        if (!process.isAlive()) {
            died(life.get());
        }
    }

    /// Takes back a kernel that an earlier program started.
    static Kernel takeBack(
            KernelSettings settings,
            KernelFolders folders,
            Clock clock,
            KernelRecord record,
            KernelProcess process)
            throws IOException {
        Kernel kernel = new Kernel(settings, folders, clock, record, process);
        kernel.link.start();
        return kernel;
    }

    /// Takes back a kernel whose process ended while nobody watched: its log is all that is left.
    static Kernel lost(
            KernelSettings settings, KernelFolders folders, Clock clock, KernelRecord record)
            throws IOException {
        KernelProcess gone = new GoneProcess(record.pid(), record.startedAt());
        Kernel kernel = new Kernel(settings, folders, clock, record, gone);
        kernel.dead = true;
        String reason =
                KernelEnd.reason(
                        OptionalInt.empty(), folders.kernel(record.id()), record.resources());
        kernel.traffic.endAll("KernelDied", reason);
        kernel.traffic.announce("dead");
        return kernel;
    }

    private void awaitAnswer() throws KernelStartException, InterruptedException {
        if (link.awaitConnected(settings.startLimit())) {
            return;
        }
        boolean alive = process.isAlive();
        String words = KernelEnd.tail(folders.kernel(id()).resolve(KernelLaunch.LOG));
        process.kill();
        String what =
                alive
                        ? "The kernel did not answer within %d s"
                                .formatted(settings.startLimit().toSeconds())
                        : "The kernel ended as soon as it was started";
        throw new KernelStartException(
                words.isBlank() ? what + "." : what + ". Its last words:\n" + words);
    }

    /// Its id, a UUID.
    public String id() {
        return record.id();
    }

    Instant created() {
        return record.created();
    }

    /// Whether its process is gone and no other will take its place.
    public boolean isDead() {
        return dead;
    }

    KernelRecord record() {
        return record;
    }

    /// What it is and does now.
    public KernelModel model() {
        KernelActivity activity = traffic.activity();
        String state = dead ? "dead" : activity.executionState();
        return new KernelModel(
                id(), record.name(), activity.lastActivity(), state, clients.count());
    }

    /// Its log.
    public FrameLog frames() {
        return traffic.frames();
    }

    /// The executions in its log.
    public CellRuns runs() {
        return traffic.runs();
    }

    KernelClients clients() {
        return clients;
    }

    /// Notes that the outputs of a run are in the notebook file.
    public void settled(CellRun run) throws IOException {
        traffic.settled(run);
    }

    /// Connects a client.
    ///
    /// @param session the client's session, which may have been connected before
    public KernelConnection connect(String session, ClientSink sink)
            throws IOException, InterruptedException {
        KernelConnection connection = new KernelConnection(this, session);
        connection.attached(clients.attach(session, sink));
        return connection;
    }

    /// A way to ask in a session's name, for a client that hears the answers elsewhere.
    public KernelConnection connection(String session) {
        return new KernelConnection(this, session);
    }

    /// Takes notice that a client has said good-bye; nothing when it has connected again since.
    ///
    /// @param connection what [KernelConnection#token] gave
    public void leave(String session, long connection) throws InterruptedException {
        clients.detach(session, connection, true);
    }

    void ask(String client, byte[] frame) throws IOException {
        FramePeek request = FramePeek.of(frame);
        sending.lock();
        try {
            traffic.asked(client, request, frame);
            if (dead || !link.send(frame)) {
                traffic.endAll("KernelDead", "The kernel has ended. Restart it to run this cell.");
            }
        } finally {
            sending.unlock();
        }
    }

    /// Stops what the kernel runs, and waits until it says that it has.
    public void interrupt() throws IOException, InterruptedException {
        request("interrupt_request", false, ANSWER_LIMIT);
    }

    private void request(String type, boolean restart, Duration limit)
            throws IOException, InterruptedException {
        var content = Json.object();
        if (type.equals("shutdown_request")) {
            content.put("restart", restart);
        }
        LabRequests.Request request = traffic.requests().make(type, content);
        traffic.asked(LabRequests.SESSION, FramePeek.of(request.frame()), request.frame());
        boolean sent = link.send(request.frame());
        if (sent && !request.awaitAnswer(limit)) {
            log.warn("kernel {} did not answer {} within {}", id(), type, limit);
        }
    }

    /// Replaces the process by a new one.
    public void restart() throws KernelStartException, InterruptedException {
        lifecycle.lock();
        try {
            ending = true;
            endProcess(true);
            disconnect("KernelRestarted", "The kernel was restarted before this cell ended.");
            relaunch();
            deaths.clear();
        } catch (IOException e) {
            throw new KernelStartException("The kernel can't be restarted: " + e.getMessage(), e);
        } finally {
            ending = false;
            lifecycle.unlock();
        }
    }

    /// Answers what the process will not, and lets what is asked from now on wait for the next one.
    private void disconnect(String error, String reason) throws IOException {
        sending.lock();
        try {
            link.close();
            traffic.endAll(error, reason);
            link = nextLink();
            dead = false;
        } finally {
            sending.unlock();
        }
    }

    private void relaunch() throws KernelStartException, InterruptedException {
        try {
            var launched = KernelLaunches.again(settings, folders, record);
            record = launched.record();
            process = launched.process();
            link.start();
            awaitAnswer();
        } catch (IOException e) {
            giveUp();
            throw new KernelStartException("The kernel can't be restarted: " + e.getMessage(), e);
        } catch (KernelStartException e) {
            giveUp();
            throw e;
        }
    }

    private void giveUp() {
        sending.lock();
        try {
            dead = true;
            traffic.endAll("KernelDead", "The kernel could not be started again.");
            traffic.announce("dead");
        } catch (IOException e) {
            log.warn("kernel {}: its end could not be written down", id(), e);
        } finally {
            sending.unlock();
        }
    }

    private void endProcess(boolean restart) throws InterruptedException {
        if (process.isAlive()) {
            try {
                request("shutdown_request", restart, ANSWER_LIMIT);
            } catch (IOException e) {
                log.debug("kernel {} can't be asked to end: {}", id(), e.toString());
            }
        }
        if (!process.awaitExit(EXIT_LIMIT)) {
            log.warn("kernel {} does not end by itself and is killed", id());
            process.kill();
            var _ = process.awaitExit(EXIT_LIMIT);
        }
    }

    /// Ends the process. The files stay until {@link #delete}.
    void shutdown() throws InterruptedException {
        lifecycle.lock();
        try {
            ending = true;
            endProcess(false);
            dead = true;
            traffic.endAll("KernelShutDown", "The kernel was shut down before this cell ended.");
            traffic.announce("dead");
        } catch (IOException e) {
            log.warn("kernel {}: its end could not be written down", id(), e);
        } finally {
            lifecycle.unlock();
        }
    }

    /// Forgets the kernel, which has been shut down.
    void delete() throws IOException, InterruptedException {
        clients.closeAll(KernelClients.Farewell.KERNEL_IS_GONE);
        link.close();
        traffic.close();
        folders.delete(id(), record.socket());
    }

    /// Lets go of the kernel, which lives on.
    void release() throws IOException, InterruptedException {
        clients.closeAll(KernelClients.Farewell.COME_BACK);
        link.close();
        traffic.frames().sync();
        traffic.close();
    }

    private void died(int which) {
        lifecycle.lock();
        try {
            if (ending || dead || which != life.get()) {
                return;
            }
            var _ = process.awaitExit(EXIT_LIMIT);
            String reason =
                    KernelEnd.reason(process.exitCode(), folders.kernel(id()), record.resources());
            log.warn("kernel {}: {}", id(), reason);
            disconnect("KernelDied", reason);
            revive();
        } catch (IOException e) {
            log.error("kernel {} is gone, and its end could not be written down", id(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lifecycle.unlock();
        }
    }

    private void revive() throws IOException, InterruptedException {
        Instant now = clock.instant();
        deaths.add(now);
        deaths.removeIf(death -> death.isBefore(now.minus(RESTART_WINDOW)));
        if (deaths.size() > RESTARTS_IN_WINDOW) {
            giveUp();
            return;
        }
        traffic.announce("restarting");
        try {
            relaunch();
        } catch (KernelStartException e) {
            log.error("kernel {} can't be started anew: {}", id(), e.getMessage());
        }
    }

    private final class Link implements LinkListener {
        private final int linked;

        Link(int linked) {
            this.linked = linked;
        }

        @Override
        public LinkFrame.Hello hello() {
            return traffic.hello();
        }

        @Override
        public void welcomed(LinkFrame.Welcome welcome) throws IOException {
            traffic.welcomed(welcome);
        }

        @Override
        public void said(long sequence, byte[] frame) throws IOException {
            traffic.said(sequence, frame);
        }

        @Override
        public void gone() {
            died(linked);
        }
    }
}
