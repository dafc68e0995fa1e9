package dev.moka.hub.aws.local;

import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.NewAccessKey;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.UnsignedRoute;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/// Answers `./moka env`: the lines that point a shell's AWS clients at the hub. Whoever can read
/// the token in the home may act as anybody in the hub anyway.
public final class LocalEnvironment implements UnsignedRoute {
    public static final String PATH = "/_moka/environment";

    private static final String LABEL = "moka env";

    private final String token;
    private final Users users;
    private final AccessKeys keys;
    private final String region;
    private final Supplier<String> endpoint;

    /// @param token what the command has read from the home
    /// @param endpoint where AWS clients connect
    public LocalEnvironment(
            String token, Users users, AccessKeys keys, String region, Supplier<String> endpoint) {
        this.token = token;
        this.users = users;
        this.keys = keys;
        this.region = region;
        this.endpoint = endpoint;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(RequestHead head, AwsResponse response) throws IOException {
        byte[] shown = head.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(shown, token.getBytes(StandardCharsets.UTF_8))) {
            write(response, 401, "The token of this hub's home is needed\n");
            return;
        }
        try {
            Caller caller =
                    head.parameter("user")
                            .map(name -> user(new UserName(name)))
                            .orElseGet(this::administrator);
            write(response, 200, lines(keys.labelled(caller, LABEL)));
        } catch (ApiException e) {
            write(response, e.httpStatus(), e.text() + "\n");
        }
    }

    private Caller user(UserName name) {
        return users.caller(name)
                .orElseThrow(() ->
                        new ResourceNotFound(
                                "There is no user named '%s', or they are disabled"
                                        .formatted(name)));
    }

    private Caller administrator() {
        return users.firstAdministrator()
                .orElseThrow(() ->
                        new ResourceNotFound("There is no administrator; say who with --user"));
    }

    private String lines(NewAccessKey key) {
        return """
        # AWS clients in this shell act as '%s' in account %s of the Moka hub.
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=%s
        export AWS_REGION=%s
        export AWS_DEFAULT_REGION=%s
        export AWS_ENDPOINT_URL=%s
        unset AWS_SESSION_TOKEN AWS_PROFILE
        # S3: clients use path-style addresses by themselves for an IP address. For a host name, set
        # forcePathStyle(true) in the SDK for Java, Config(s3={'addressing_style': 'path'}) in boto3.
        """
                .formatted(
                        key.key().user(),
                        key.key().account(),
                        key.key().id(),
                        key.secret(),
                        region,
                        region,
                        endpoint.get());
    }

    private static void write(AwsResponse response, int status, String text) throws IOException {
        response.status(status);
        response.header("Content-Type", "text/plain;charset=utf-8");
        response.header("Cache-Control", "no-store");
        response.body().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
