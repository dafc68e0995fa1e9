package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The hub itself: is it well, what types does it offer, what does the machine have, what was
/// spent, what changes.
public final class HubApi implements Routes {
    private final InstanceTypes types;
    private final HostCapacity capacity;
    private final Metering metering;
    private final Callers callers;
    private final ChangeStream stream;
    private final Clock clock;
    private final Api api;

    public HubApi(
            InstanceTypes types,
            HostCapacity capacity,
            Metering metering,
            Changes changes,
            Callers callers,
            Clock clock) {
        this.types = types;
        this.capacity = capacity;
        this.metering = metering;
        this.callers = callers;
        this.stream = new ChangeStream(changes, callers);
        this.clock = clock;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/healthz", context -> context.contentType("text/plain").result("ok\n"));
        routes.get(BASE + "/openapi.yaml", HubApi::openApi);
        routes.get(
                BASE + "/instance-types",
                api.json(
                        200,
                        (_, _) ->
                                Shapes.list("instanceTypes", types.forNotebooks(), Shapes::type)));
        routes.get(BASE + "/host", api.json(200, this::host));
        routes.get(BASE + "/spend", api.json(200, this::spend));
        // An event stream has begun its answer by the time its handler could refuse it.
        routes.before(BASE + "/changes", callers::require);
        routes.sse(BASE + "/changes", stream::follow);
    }

    private static void openApi(Context context) {
        InputStream yaml = HubApi.class.getResourceAsStream("openapi.yaml");
        context.contentType("application/yaml").result(Objects.requireNonNull(yaml));
    }

    private ObjectNode host(Caller caller, Context context) {
        caller.requireAdmin("see the machine");
        return Shapes.host(capacity.reading());
    }

    private ObjectNode spend(Caller caller, Context context) {
        Instant month =
                clock.instant()
                        .atOffset(ZoneOffset.UTC)
                        .withDayOfMonth(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        Instant from = time(context, "from").orElse(month);
        Instant to = time(context, "to").orElse(clock.instant());
        ObjectNode node = Shapes.spend(metering.ofOwner(caller.name().value(), from, to));
        return node.put("from", from.toString()).put("to", to.toString());
    }

    private static Optional<Instant> time(Context context, String name) {
        try {
            return Optional.ofNullable(context.queryParam(name)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new ValidationException(
                    "'%s' is not a time for '%s'; write it as 2026-01-31T12:00:00Z"
                            .formatted(context.queryParam(name), name));
        }
    }
}
