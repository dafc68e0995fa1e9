package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.logs.LogGroup;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.notebook.CodeRepository;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceLink;
import dev.moka.hub.notebook.InstanceSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the stores behind AWS's operations promise, on whichever database.
abstract class AwsStorageContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private JdbiUsers users;
    private JdbiCodeRepositories repositories;
    private JdbiInstanceLinks links;
    private JdbiTags tags;
    private JdbiLogStreams logs;
    private UserName ann;
    private AccountId account;

    abstract Database database();

    @BeforeEach
    void aUser() {
        users = new JdbiUsers(database());
        repositories = new JdbiCodeRepositories(database());
        links = new JdbiInstanceLinks(database());
        tags = new JdbiTags(database());
        logs = new JdbiLogStreams(database());
        ann = user();
        account = account();
    }

    @Test
    void aCodeRepositoryIsUniqueToItsOwnerAndKeepsWhatItHasNot() {
        CodeRepository bare = repository(ann, "course", null, null);
        CodeRepository full =
                repository(ann, "Course", "main", "arn:aws:secretsmanager:us-east-1:1:secret:s");
        CodeRepository others = repository(user(), "course", null, null);

        assertThat(repositories.insert(bare)).isTrue();
        assertThat(repositories.insert(bare)).isFalse();
        assertThat(repositories.insert(full)).isTrue();
        assertThat(repositories.insert(others)).isTrue();
        assertThat(repositories.find(ann, "course")).contains(bare);
        assertThat(repositories.find(ann, "Course")).contains(full);
        assertThat(repositories.list(ann)).containsExactly(full, bare);
    }

    @Test
    void onlyTheCredentialsOfACodeRepositoryChange() {
        CodeRepository made = repository(ann, "course", "main", null);
        repositories.insert(made);
        CodeRepository changed = made.withSecret("arn:secret", LATER);

        assertThat(repositories.update(changed)).isTrue();
        assertThat(repositories.find(ann, "course")).contains(changed);
        assertThat(repositories.update(changed.withSecret(null, LATER))).isTrue();
        assertThat(repositories.find(ann, "course")).contains(made.withSecret(null, LATER));
        assertThat(repositories.delete(user(), "course")).isFalse();
        assertThat(repositories.delete(ann, "course")).isTrue();
        assertThat(repositories.delete(ann, "course")).isFalse();
        assertThat(repositories.update(changed)).isFalse();
    }

    @Test
    void anInstanceLinkBeginsOneSessionForItsInstance() {
        InstanceLink link = link(LATER);
        String token = hash();
        String cookie = hash();
        links.insert(token, link);

        InstanceSession session =
                new InstanceSession(link.key(), link.instanceId(), NOW.plusSeconds(1800));
        assertThat(links.redeem(token, cookie, NOW)).contains(session);
        assertThat(links.redeem(token, hash(), NOW)).isEmpty();
        assertThat(links.find(cookie, NOW.plusSeconds(1799))).contains(session);
        assertThat(links.find(cookie, NOW.plusSeconds(1800))).isEmpty();
        assertThat(links.find(token, NOW)).isEmpty();
    }

    @Test
    void anExpiredInstanceLinkIsUsedUpWithoutASession() {
        String token = hash();
        String cookie = hash();
        links.insert(token, link(LATER));

        assertThat(links.redeem(token, cookie, LATER)).isEmpty();
        assertThat(links.redeem(token, cookie, NOW)).isEmpty();
        assertThat(links.find(cookie, NOW)).isEmpty();
    }

    @Test
    void aDisabledOwnersLinksAndSessionsAreWorthNothing() {
        String unused = hash();
        String token = hash();
        String cookie = hash();
        links.insert(unused, link(LATER));
        links.insert(token, link(LATER));
        links.redeem(token, cookie, NOW);

        users.setDisabled(ann, true);

        assertThat(links.find(cookie, NOW)).isEmpty();
        assertThat(links.redeem(unused, hash(), NOW)).isEmpty();
        users.setDisabled(ann, false);
        assertThat(links.find(cookie, NOW)).isPresent();
        assertThat(links.redeem(unused, hash(), NOW)).isEmpty();
    }

    @Test
    void whatHasExpiredIsForgottenAndTheRestKept() {
        String expired = hash();
        String good = hash();
        String cookie = hash();
        links.insert(expired, link(NOW));
        links.insert(good, link(LATER));
        String token = hash();
        links.insert(token, link(LATER));
        links.redeem(token, cookie, NOW);

        links.deleteExpired(NOW);

        assertThat(links.redeem(expired, hash(), NOW.minusSeconds(1))).isEmpty();
        assertThat(links.redeem(good, hash(), NOW)).isPresent();
        assertThat(links.find(cookie, NOW)).isPresent();
        links.deleteExpired(NOW.plusSeconds(1800));
        assertThat(links.find(cookie, NOW)).isEmpty();
    }

    @Test
    void tagsAreListedByKeyReplacedAndRemoved() {
        String resource = arn();

        assertThat(tags.put(resource, Map.of("b", "2", "a", "", "C", "ümlaut ☕"), 3)).isTrue();
        assertThat(tags.list(resource))
                .containsExactly(
                        Map.entry("C", "ümlaut ☕"), Map.entry("a", ""), Map.entry("b", "2"));
        assertThat(tags.put(resource, Map.of("b", "two"), 3)).isTrue();
        tags.remove(resource, List.of("a", "not there"));
        assertThat(tags.list(resource)).isEqualTo(Map.of("C", "ümlaut ☕", "b", "two"));
        tags.removeAll(resource);
        assertThat(tags.list(resource)).isEmpty();
    }

    @Test
    void tagsBeyondTheMostAreRefusedAltogether() {
        String resource = arn();
        String other = arn();
        tags.put(resource, Map.of("a", "1", "b", "2"), 3);
        tags.put(other, Map.of("a", "other"), 3);

        assertThat(tags.put(resource, Map.of("a", "9", "c", "3", "d", "4"), 3)).isFalse();
        assertThat(tags.list(resource)).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(tags.put(resource, Map.of("a", "9", "c", "3"), 3)).isTrue();
        tags.removeAll(resource);
        assertThat(tags.list(other)).isEqualTo(Map.of("a", "other"));
    }

    @Test
    void aLogGroupIsUniqueToItsAccountAndKeepsHowLong() {
        LogGroup group = new LogGroup(account, "/aws/g", null, NOW);
        LogGroup kept = new LogGroup(account, "/aws/g", 7, NOW);

        assertThat(logs.insert(group)).isTrue();
        assertThat(logs.insert(group)).isFalse();
        assertThat(logs.insert(new LogGroup(account(), "/aws/g", 1, NOW))).isTrue();
        assertThat(logs.findGroup(account, "/aws/g")).contains(group);
        assertThat(logs.setRetention(kept)).isTrue();
        assertThat(logs.findGroup(account, "/aws/g")).contains(kept);
        assertThat(logs.setRetention(group)).isTrue();
        assertThat(logs.findGroup(account, "/aws/g")).contains(group);
        assertThat(logs.setRetention(new LogGroup(account, "/other", 7, NOW))).isFalse();
    }

    @Test
    void logGroupsComeByNameInPagesUnderTheirPrefix() {
        for (String name : List.of("/a/b", "/a/B", "/a_c", "/a/-", "/A/b", "/a")) {
            logs.insert(new LogGroup(account, name, null, NOW));
        }
        logs.insert(new LogGroup(account(), "/a/other", null, NOW));

        assertThat(groups("", "", 10))
                .containsExactly("/A/b", "/a", "/a/-", "/a/B", "/a/b", "/a_c");
        assertThat(groups("/a/", "", 2)).containsExactly("/a/-", "/a/B");
        assertThat(groups("/a/", "/a/B", 2)).containsExactly("/a/b");
        assertThat(groups("/a_", "", 10)).containsExactly("/a_c");
    }

    @Test
    void aLogStreamIsUniqueToItsGroupAndComesByName() {
        logs.insert(new LogGroup(account, "g", null, NOW));
        logs.insert(new LogGroup(account, "h", null, NOW));
        LogStream upper = stream("g", "B");
        LogStream lower = stream("g", "a");
        LogStream elsewhere = stream("h", "a");

        assertThat(logs.insert(lower)).isTrue();
        assertThat(logs.insert(stream("g", "a"))).isFalse();
        assertThat(logs.insert(upper)).isTrue();
        assertThat(logs.insert(elsewhere)).isTrue();
        assertThat(logs.findStream(account, "g", "a")).contains(lower);
        assertThat(logs.findStream(account(), "g", "a")).isEmpty();
        assertThat(logs.streams(account, "g", "", "", 10)).containsExactly(upper, lower);
        assertThat(logs.streams(account, "g", "", "B", 10)).containsExactly(lower);
        assertThat(logs.streams(account, "g", "a", "", 10)).containsExactly(lower);
        assertThat(logs.delete(lower)).isTrue();
        assertThat(logs.delete(lower)).isFalse();
    }

    @Test
    void aLogGroupGoesWithItsStreams() {
        LogGroup group = new LogGroup(account, "g", null, NOW);
        logs.insert(group);
        logs.insert(new LogGroup(account, "h", null, NOW));
        LogStream one = stream("g", "one");
        LogStream two = stream("g", "two");
        LogStream kept = stream("h", "one");
        List.of(one, two, kept).forEach(logs::insert);

        assertThat(logs.delete(group)).containsExactlyInAnyOrder(one, two);
        assertThat(logs.findGroup(account, "g")).isEmpty();
        assertThat(logs.streams(account, "g", "", "", 10)).isEmpty();
        assertThat(logs.streams(account, "h", "", "", 10)).containsExactly(kept);
        assertThat(logs.delete(group)).isEmpty();
    }

    private List<String> groups(String prefix, String after, int most) {
        return logs.groups(account, prefix, after, most).stream().map(LogGroup::name).toList();
    }

    private LogStream stream(String group, String name) {
        return new LogStream(UUID.randomUUID().toString(), account, group, name, NOW);
    }

    private InstanceLink link(Instant expiresAt) {
        return new InstanceLink(
                InstanceKey.of(ann.value(), "Demo"),
                UUID.randomUUID().toString(),
                Duration.ofMinutes(30),
                expiresAt);
    }

    private static CodeRepository repository(
            UserName owner, String name, @Nullable String branch, @Nullable String secretArn) {
        return new CodeRepository(
                owner, name, "https://example.org/course.git", branch, secretArn, NOW, NOW);
    }

    private UserName user() {
        UserName name = new UserName("u" + UUID.randomUUID().toString().substring(0, 8));
        users.insert(new User(name, Role.USER, false, false, NOW));
        return name;
    }

    private static AccountId account() {
        long number = ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
        return new AccountId(String.valueOf(number));
    }

    private static String arn() {
        return "arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/" + hash();
    }

    private static String hash() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
