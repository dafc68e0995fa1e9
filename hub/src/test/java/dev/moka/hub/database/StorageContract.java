package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.Account;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.AccountRole;
import dev.moka.hub.account.TeamName;
import dev.moka.hub.identity.ApiToken;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.Session;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Visitor;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageLock;
import dev.moka.hub.notebook.PackageSet;
import dev.moka.hub.notebook.StartStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the stores promise, on whichever database.
abstract class StorageContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Visitor VISITOR = new Visitor("10.0.0.1", "a browser");

    private JdbiUsers users;
    private JdbiSessions sessions;
    private JdbiApiTokens tokens;
    private JdbiInstances instances;
    private JdbiUsage usage;
    private JdbiAccounts accounts;
    private JdbiAccessKeys keys;
    private JdbiRoles roles;
    private JdbiLifecycleConfigs configs;
    private JdbiPackageSets sets;
    private UserName ann;

    abstract Database database();

    @BeforeEach
    void aUser() {
        Database database = database();
        users = new JdbiUsers(database);
        sessions = new JdbiSessions(database);
        tokens = new JdbiApiTokens(database);
        instances = new JdbiInstances(database);
        usage = new JdbiUsage(database);
        accounts = new JdbiAccounts(database);
        keys = new JdbiAccessKeys(database);
        roles = new JdbiRoles(database);
        configs = new JdbiLifecycleConfigs(database);
        sets = new JdbiPackageSets(database);
        ann = user();
    }

    @Test
    void aUserNameIsTakenOnce() {
        User user = new User(fresh(), Role.ADMIN, false, false, NOW);

        assertThat(users.insert(user)).isTrue();
        assertThat(users.insert(user)).isFalse();
        assertThat(users.find(user.name())).contains(user);
        assertThat(users.list()).contains(user);
    }

    @Test
    void aUserKeepsWhatIsSet() {
        users.setPassword(ann, "hash");
        users.setDisabled(ann, true);
        users.setRole(ann, Role.ADMIN);

        assertThat(users.find(ann)).contains(new User(ann, Role.ADMIN, true, true, NOW));
        assertThat(users.passwordHash(ann)).contains("hash");
        users.clearPassword(ann);
        assertThat(users.passwordHash(ann)).isEmpty();
    }

    @Test
    void aLinkWorksOnceAndUntilItExpires() {
        String link = UUID.randomUUID().toString();
        users.replaceLink(ann, link, LATER);

        assertThat(users.linkOwner(link, NOW)).contains(ann);
        assertThat(users.linkOwner(link, LATER)).isEmpty();
        assertThat(users.redeemLink(link, LATER, "hash")).isEmpty();
        assertThat(users.redeemLink(link, NOW, "hash")).contains(ann);
        assertThat(users.redeemLink(link, NOW, "other")).isEmpty();
        assertThat(users.passwordHash(ann)).contains("hash");
    }

    @Test
    void aSessionIsFoundUntilItExpiresOrItsUserIsDisabled() {
        Session session = session();

        assertThat(sessions.find("cookie" + session.id(), NOW).orElseThrow().session())
                .isEqualTo(session);
        assertThat(sessions.find("cookie" + session.id(), LATER)).isEmpty();
        users.setDisabled(ann, true);
        assertThat(sessions.find("cookie" + session.id(), NOW)).isEmpty();
    }

    @Test
    void sessionsAreListedEndedAndForgotten() {
        Session one = session();
        Session two = session();
        sessions.seen(one.id(), NOW.plusSeconds(5), LATER.plusSeconds(5));

        assertThat(sessions.list(ann, NOW))
                .extracting(Session::id)
                .containsExactly(one.id(), two.id());
        assertThat(sessions.delete(one.id(), fresh())).isFalse();
        assertThat(sessions.delete(one.id(), ann)).isTrue();
        sessions.deleteExpired(LATER);
        assertThat(sessions.list(ann, NOW)).isEmpty();
    }

    @Test
    void aTokenIsFoundByItsSecretAndRevokedByItsUser() {
        ApiToken token = new ApiToken(id(), ann, "for tests", NOW, null);
        tokens.insert("secret" + token.id(), token);
        tokens.used(token.id(), LATER);

        ApiToken used = new ApiToken(token.id(), ann, "for tests", NOW, LATER);
        assertThat(tokens.find("secret" + token.id()).orElseThrow().token()).isEqualTo(used);
        assertThat(tokens.list(ann)).containsExactly(used);
        assertThat(tokens.delete(token.id(), fresh())).isFalse();
        assertThat(tokens.delete(token.id(), ann)).isTrue();
        assertThat(tokens.find("secret" + token.id())).isEmpty();
    }

    @Test
    void anAccountHasOneOwnerAndOneNumber() {
        Account own = account(ann, null);

        assertThat(accounts.insert(own)).isTrue();
        assertThat(accounts.insert(account(ann, null))).isFalse();
        assertThat(accounts.insert(new Account(own.id(), user(), null, NOW))).isFalse();
        assertThat(accounts.own(ann)).contains(own);
        assertThat(accounts.find(own.id())).contains(own);
    }

    @Test
    void whoLeavesATeamLosesItsKeysAndWorksInTheirOwnAccountAgain() {
        Account team = account(null, new TeamName(fresh().value()));
        accounts.insert(team);
        accounts.addMember(team.id(), ann, NOW);
        accounts.addMember(team.id(), ann, LATER);
        accounts.choose(ann, team.id());
        AccessKey key = key(team.id(), "AKIAX");
        keys.insert(key, "sealed", 2);

        assertThat(accounts.members(team.id())).containsExactly(ann);
        assertThat(accounts.teamsOf(ann)).containsExactly(team);
        assertThat(accounts.chosen(ann)).contains(team);
        assertThat(keys.find(key.id()).orElseThrow().caller())
                .isEqualTo(new Caller(ann, Role.USER));
        assertThat(accounts.removeMember(team.id(), ann)).isTrue();
        assertThat(accounts.chosen(ann)).isEmpty();
        assertThat(keys.find(key.id())).isEmpty();
        assertThat(keys.caller(ann, team.id())).isEmpty();
        assertThat(accounts.removeMember(team.id(), ann)).isFalse();
    }

    @Test
    void anAccessKeyIsGoodForAnEnabledUserAndThereAreAtMostSoMany() {
        Account own = account(ann, null);
        accounts.insert(own);
        AccessKey key = key(own.id(), "AKIAY");

        assertThat(keys.insert(key, "sealed", 1)).isTrue();
        assertThat(keys.insert(key(own.id(), "AKIAZ"), "sealed", 1)).isFalse();
        assertThat(keys.find(key.id()).orElseThrow().sealedSecret()).isEqualTo("sealed");
        AccessKey.LastUse use = new AccessKey.LastUse(LATER, "s3", "us-east-1");
        keys.used(key.id(), use);
        assertThat(keys.list(ann, own.id()).getFirst().lastUse()).isEqualTo(use);
        assertThat(keys.setActive(key.id(), ann, false)).isTrue();
        assertThat(keys.list(ann, own.id()).getFirst().active()).isFalse();
        users.setDisabled(ann, true);
        assertThat(keys.find(key.id())).isEmpty();
        assertThat(keys.delete(key.id(), fresh())).isFalse();
        assertThat(keys.delete(key.id(), ann)).isTrue();
    }

    @Test
    void aRoleIsTakenInAnyMixOfCase() {
        Account own = account(ann, null);
        accounts.insert(own);
        AccountRole role = new AccountRole(own.id(), "Trainer", "/", "{}", "", 3600, NOW);

        assertThat(roles.insert(role)).isTrue();
        assertThat(roles.insert(new AccountRole(own.id(), "TRAINER", "/", "{}", "", 3600, NOW)))
                .isFalse();
        assertThat(roles.find(own.id(), "trainer")).contains(role);
        assertThat(roles.list(own.id())).containsExactly(role);
        assertThat(roles.delete(own.id(), "tRAINER")).isTrue();
        assertThat(roles.delete(own.id(), "trainer")).isFalse();
    }

    private static Account account(@Nullable UserName owner, @Nullable TeamName team) {
        long number = ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
        return new Account(new AccountId(String.valueOf(number)), owner, team, NOW);
    }

    private AccessKey key(AccountId account, String prefix) {
        String id = (prefix + UUID.randomUUID().toString().replace("-", "")).substring(0, 20);
        return new AccessKey(id, account, ann, "laptop", true, NOW, null);
    }

    @Test
    void anInstanceComesBackAsItWasSaved() {
        NotebookInstance instance = instance("demo");
        InstanceSpec next =
                new InstanceSpec(
                        "ml.m5.xlarge",
                        "prepare",
                        "charts",
                        List.of(new PackageCoordinate("a:b:1")));
        for (InstanceStatus status :
                List.of(
                        new InstanceStatus.Pending(NOW, StartStep.ON_START, LATER),
                        new InstanceStatus.InService(NOW),
                        new InstanceStatus.Stopping(NOW),
                        new InstanceStatus.Failed(NOW, null, "broke outside of a start"),
                        new InstanceStatus.Failed(
                                NOW, StartStep.ON_START, "an 'odd' reason\nwith ümlauts ☕"),
                        new InstanceStatus.Updating(NOW, next),
                        new InstanceStatus.Deleting(NOW))) {
            NotebookInstance changed =
                    new NotebookInstance(
                            instance.id(),
                            instance.key(),
                            next,
                            status,
                            NOW,
                            3,
                            true,
                            new PackageLock(
                                    List.of(new PackageCoordinate("a:b:1")),
                                    List.of(new LockedPackage("a:b:1", "/cache/b.jar", 17, "abc"))),
                            instance.version());
            instance = instances.save(changed, List.of()).orElseThrow();
            assertThat(instances.find(instance.key())).contains(instance);
        }
    }

    @Test
    void aNameIsTakenInAnyMixOfCase() {
        instance("Demo");

        assertThat(instances.insert(unsaved("dEMO"))).isFalse();
        assertThat(instances.insert(unsaved("other"))).isTrue();
        assertThat(instances.list(ann))
                .extracting(i -> i.key().name().value())
                .containsExactly("Demo", "other");
    }

    @Test
    void anOldVersionIsNotSaved() {
        NotebookInstance instance = instance("demo");
        instances.save(instance, List.of());

        assertThat(instances.save(instance, List.of())).isEmpty();
    }

    @Test
    void theMeterMovesInTheTransactionOfTheInstance() {
        NotebookInstance instance = instance("demo");
        UsageChange begin =
                new UsageChange.Begin(
                        new UsageRecord(
                                instance.id(),
                                ann.value(),
                                "demo",
                                "ml.t3.medium",
                                new BigDecimal("0.05"),
                                NOW,
                                null));
        NotebookInstance saved = instances.save(instance, List.of(begin)).orElseThrow();
        instances.save(instance, List.of(begin));
        instances.save(saved, List.of(new UsageChange.End(instance.id(), LATER)));

        assertThat(usage.ofInstance(instance.id()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.since()).isEqualTo(NOW);
                    assertThat(record.until()).isEqualTo(LATER);
                    assertThat(record.usdPerHour()).isEqualByComparingTo("0.05");
                });
        assertThat(usage.ofOwner(ann.value(), LATER, LATER.plusSeconds(1))).isEmpty();
        assertThat(usage.ofOwner(ann.value(), NOW, LATER)).hasSize(1);
    }

    @Test
    void ofManyWritersAtOnceOneWins() throws Exception {
        NotebookInstance instance = instance("demo");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<NotebookInstance>>> saves =
                    IntStream.range(0, 20)
                            .mapToObj(
                                    _ -> threads.submit(() -> instances.save(instance, List.of())))
                            .toList();
            int won = 0;
            for (Future<Optional<NotebookInstance>> save : saves) {
                won += save.get().isPresent() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void lifecycleConfigsAreUniqueToTheirOwnerAndSharedOnesAreUsableByAll() {
        LifecycleConfig own = new LifecycleConfig(ann, "prepare", "echo 1\r\n", "", false, NOW);
        LifecycleConfig shared =
                new LifecycleConfig(user(), "shared-" + id(), "", "echo 2", true, NOW);

        assertThat(configs.insert(own)).isTrue();
        assertThat(configs.insert(own)).isFalse();
        assertThat(configs.insert(shared)).isTrue();
        assertThat(configs.find(ann, "prepare")).contains(own);
        assertThat(configs.usable(ann)).contains(own, shared);
        assertThat(configs.usable(user())).contains(shared).doesNotContain(own);
        LifecycleConfig changed =
                new LifecycleConfig(ann, "prepare", "", "echo 3", false, NOW, LATER);
        assertThat(configs.update(changed)).isTrue();
        assertThat(configs.find(ann, "prepare")).contains(changed);
        assertThat(configs.delete(ann, "prepare")).isTrue();
        assertThat(configs.update(changed)).isFalse();
    }

    @Test
    void packageSetsKeepTheirCoordinatesInOrder() {
        PackageSet set =
                new PackageSet(
                        ann,
                        "charts",
                        List.of(
                                new PackageCoordinate("z:z:1"),
                                new PackageCoordinate("a:a:jar:tests:2")),
                        false,
                        NOW);

        assertThat(sets.insert(set)).isTrue();
        assertThat(sets.find(ann, "charts")).contains(set);
        assertThat(sets.usable(ann)).contains(set);
        assertThat(sets.delete(ann, "charts")).isTrue();
        assertThat(sets.find(ann, "charts")).isEmpty();
    }

    private UserName user() {
        UserName name = fresh();
        users.insert(new User(name, Role.USER, false, false, NOW));
        return name;
    }

    private Session session() {
        Session session = new Session(id(), ann, VISITOR, NOW, NOW, LATER);
        sessions.insert("cookie" + session.id(), session);
        return session;
    }

    private NotebookInstance instance(String name) {
        NotebookInstance instance = unsaved(name);
        assertThat(instances.insert(instance)).isTrue();
        return instance;
    }

    private NotebookInstance unsaved(String name) {
        return NotebookInstance.create(
                UUID.randomUUID().toString(),
                InstanceKey.of(ann.value(), name),
                InstanceSpec.of("ml.t3.medium"),
                NOW);
    }

    private static UserName fresh() {
        return new UserName("u" + id());
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
