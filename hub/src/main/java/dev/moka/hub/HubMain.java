package dev.moka.hub;

import dev.moka.hub.database.DatabaseException;
import dev.moka.hub.home.Home;
import dev.moka.hub.home.HomeException;
import dev.moka.hub.identity.OneTimeLink;
import dev.moka.hub.web.ListenException;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// The program `moka-hub.jar`: starts a hub and keeps it running until it is told to end.
public final class HubMain {
    private static final int MISUSED = 2;
    private static final int FAILED = 1;

    private HubMain() {}

    public static void main(String[] words) throws InterruptedException {
        int status = run(List.of(words), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(List<String> words, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (HubConfig.asksForHelp(words)) {
            out.print(HubConfig.USAGE);
            return 0;
        }
        Logging.quiet();
        try {
            HubConfig config = HubConfig.parse(words, System.getenv());
            return config.train() ? Training.run(config) : serve(config, out);
        } catch (ConfigException e) {
            err.println("moka: " + e.getMessage());
            return MISUSED;
        } catch (HomeException | DatabaseException | ListenException e) {
            err.println("moka: " + e.getMessage());
            return FAILED;
        }
    }

    private static int serve(HubConfig config, PrintStream out) throws InterruptedException {
        Home home = new Home(config.home());
        home.prepare();
        Logging.to(home.logs());
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<@Nullable Hub> running = new AtomicReference<>();
        // Before the start: whoever sees the hub answer may tell it to end at once.
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("shutdown").unstarted(() -> end(running, ended)));
        Hub hub = Hub.start(config);
        running.set(hub);
        out.println("Moka is ready at " + hub.address());
        out.println("AWS clients connect to " + hub.awsAddress());
        hub.firstLink().ifPresent(link -> out.println(invitation(hub, link)));
        out.flush();
        ended.await();
        return 0;
    }

    private static void end(AtomicReference<@Nullable Hub> running, CountDownLatch ended) {
        Hub hub = running.get();
        if (hub != null) {
            hub.close();
        }
        ended.countDown();
    }

    private static String invitation(Hub hub, OneTimeLink link) {
        String until =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .withZone(ZoneId.systemDefault())
                        .format(link.expiresAt());
        return """
        Sign in for the first time as '%s' with this link; it works once, until %s:
          %s%s\
        """
                .formatted(link.user(), until, hub.address(), link.path());
    }
}
