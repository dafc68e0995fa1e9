package dev.moka.hub;

import dev.moka.hub.aws.operation.OperationService;
import dev.moka.hub.aws.operation.OperationTable;
import dev.moka.hub.home.Home;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A hub in this process on any free port, and people who use it over HTTP.
public final class TestHub implements AutoCloseable {
    public static final String PASSWORD = "correct horse battery";
    public static final Path ROOT = Path.of(System.getProperty("moka.root"));

    private final Hub hub;

    private TestHub(Hub hub) {
        this.hub = hub;
    }

    public static TestHub start(Path home) {
        return start(home, Duration.ofSeconds(60));
    }

    public static TestHub start(Path home, Duration scriptLimit) {
        return new TestHub(Hub.start(config(home, scriptLimit)));
    }

    static HubConfig config(Path home, Duration scriptLimit) {
        return new HubConfig(
                home,
                "127.0.0.1",
                0,
                null,
                scriptLimit,
                "us-east-1",
                Set.of(),
                null,
                0,
                null,
                ROOT,
                Map.of("PATH", System.getenv("PATH"), "SECRET_OF_THE_HUB", "hidden"),
                false);
    }

    public String address() {
        return hub.address();
    }

    /// Where AWS clients connect.
    public String awsAddress() {
        return hub.awsAddress();
    }

    /// The tables of the services behind the AWS port.
    public List<OperationTable> operations() {
        return hub.services().stream()
                .filter(OperationService.class::isInstance)
                .map(service -> ((OperationService) service).table())
                .toList();
    }

    Hub hub() {
        return hub;
    }

    /// Somebody whom the hub does not know.
    public Person stranger() {
        return new Person(address());
    }

    /// The first administrator, who has just used the one-time link.
    public Person admin() throws Exception {
        Person admin = stranger();
        String token = hub.firstLink().orElseThrow().token();
        admin.post("/api/v1/welcome", "{'token':'%s','password':'%s'}".formatted(token, PASSWORD))
                .expect(200);
        return admin;
    }

    /// Somebody who was signed in before, with a new browser.
    public Person signedIn(String name) throws Exception {
        Person person = stranger();
        person.post("/api/v1/sign-in", "{'user':'%s','password':'%s'}".formatted(name, PASSWORD))
                .expect(200);
        return person;
    }

    /// A new ordinary user, made by an administrator and signed in.
    public Person user(Person admin, String name) throws Exception {
        Person user = stranger();
        user.post(
                        "/api/v1/welcome",
                        "{'token':'%s','password':'%s'}".formatted(invite(admin, name), PASSWORD))
                .expect(200);
        return user;
    }

    /// A new access key of the person: its id and its secret.
    public static List<String> accessKey(Person person) throws Exception {
        Person.Answer answer = person.post("/api/v1/access-keys", "{'label':'tests'}").expect(201);
        return List.of(answer.text("id"), answer.text("secret"));
    }

    /// The folder that a person sees in the JupyterLab of an instance.
    public static Path work(Path home, String owner, String instance) {
        return new Home(home)
                .work(new InstanceKey(new UserName(owner), new InstanceName(instance)));
    }

    /// The environment in which AWS's clients act as this person.
    public Map<String, String> awsEnvironment(Person person) throws Exception {
        List<String> key = accessKey(person);
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                key.getFirst(),
                "AWS_SECRET_ACCESS_KEY",
                key.getLast(),
                "AWS_REGION",
                "us-east-1",
                "AWS_DEFAULT_REGION",
                "us-east-1",
                "AWS_ENDPOINT_URL",
                awsAddress());
    }

    public static String invite(Person admin, String name) throws Exception {
        String path =
                admin.post("/api/v1/users", "{'name':'%s'}".formatted(name))
                        .expect(201)
                        .text("path");
        return path.substring(path.indexOf('=') + 1);
    }

    @Override
    public void close() {
        hub.close();
    }
}
