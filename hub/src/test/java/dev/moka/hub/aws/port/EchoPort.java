package dev.moka.hub.aws.port;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.AccessKeyStore;
import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Account;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.AccountStore;
import dev.moka.hub.account.Accounts;
import dev.moka.hub.account.Credentials;
import dev.moka.hub.account.NewAccessKey;
import dev.moka.hub.account.TeamName;
import dev.moka.hub.account.Vault;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.signature.Dialect;
import dev.moka.hub.aws.signature.SignatureVerifier;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// An AWS port with an S3 that gives back what it was sent, and a way to talk to it in raw bytes.
final class EchoPort implements AutoCloseable {
    final NewAccessKey key;
    final AtomicLong bytesRead = new AtomicLong();
    private final AwsPort port;

    EchoPort(Clock clock) {
        SecureRandom random = new SecureRandom();
        Vault vault = new Vault(new byte[Vault.KEY_BYTES], random);
        OneKey store = new OneKey();
        AccessKeys keys =
                new AccessKeys(store, new Accounts(store, random, clock), vault, random, clock);
        this.key = keys.create(store.caller, "tests");
        this.port =
                AwsPort.listen(
                        "127.0.0.1",
                        0,
                        new SignatureVerifier("us-east-1", clock),
                        new Credentials(store, keys, vault, random, clock),
                        List.of(new Echo(), new Json()),
                        List.of());
    }

    int number() {
        return port.port();
    }

    /// Sends these characters as bytes and gives the whole answer.
    String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// Sends a head, waits for the first line of the answer, then sends the body; gives that line
    /// and the rest of what came.
    List<String> sendInTwo(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder line = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return List.of(
                    line.toString().strip(),
                    new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() {
        port.close();
    }

    private final class Echo implements AwsService {
        @Override
        public String signingName() {
            return "s3";
        }

        @Override
        public void answer(AwsRequest request, AwsResponse response) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            InputStream body = request.body();
            for (int b = body.read(); b >= 0; b = body.read()) {
                bytesRead.incrementAndGet();
                content.write(b);
            }
            String crc = request.trailers().value("x-amz-checksum-crc32").orElse("none");
            response.status(200);
            response.header("x-echo", request.head().path() + " " + crc);
            response.body().write(content.toByteArray());
        }

        @Override
        public void refuse(RequestHead head, AwsException error, AwsResponse response)
                throws IOException {
            PlainErrors.write(Dialect.S3, head, error, response);
        }
    }

    private static final class Json implements AwsService {
        @Override
        public String signingName() {
            return "sagemaker";
        }

        @Override
        public void answer(AwsRequest request, AwsResponse response) throws IOException {
            response.status(200);
            request.body().transferTo(response.body());
        }

        @Override
        public void refuse(RequestHead head, AwsException error, AwsResponse response)
                throws IOException {
            PlainErrors.write(Dialect.JSON, head, error, response);
        }
    }

    /// One user with one key, in memory.
    private static final class OneKey implements AccessKeyStore, AccountStore {
        private final Caller caller = new Caller(new UserName("ann"), Role.USER);
        private Optional<Found> found = Optional.empty();
        private Optional<Account> account = Optional.empty();

        @Override
        public boolean insert(AccessKey key, String sealedSecret, int most) {
            found = Optional.of(new Found(key, sealedSecret, caller));
            return true;
        }

        @Override
        public Optional<Found> find(String id) {
            return found.filter(f -> f.key().id().equals(id));
        }

        @Override
        public Optional<Caller> caller(UserName user, AccountId account) {
            return Optional.of(caller);
        }

        @Override
        public List<AccessKey> list(UserName user, AccountId account) {
            return List.of();
        }

        @Override
        public Optional<Found> any() {
            return found;
        }

        @Override
        public void used(String id, AccessKey.LastUse use) {}

        @Override
        public boolean setActive(String id, UserName user, boolean active) {
            return false;
        }

        @Override
        public boolean delete(String id, UserName user) {
            return false;
        }

        @Override
        public boolean insert(Account made) {
            account = Optional.of(made);
            return true;
        }

        @Override
        public Optional<Account> find(AccountId id) {
            return account;
        }

        @Override
        public Optional<Account> own(UserName user) {
            return account;
        }

        @Override
        public Optional<Account> team(TeamName name) {
            return Optional.empty();
        }

        @Override
        public List<Account> teams() {
            return List.of();
        }

        @Override
        public List<Account> teamsOf(UserName user) {
            return List.of();
        }

        @Override
        public List<UserName> members(AccountId team) {
            return List.of();
        }

        @Override
        public void addMember(AccountId team, UserName user, Instant at) {}

        @Override
        public boolean removeMember(AccountId team, UserName user) {
            return false;
        }

        @Override
        public Optional<Account> chosen(UserName user) {
            return Optional.empty();
        }

        @Override
        public void choose(UserName user, AccountId account) {}

        @Override
        public void forgetChoice(UserName user) {}
    }
}
