package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/// STS and IAM, driven by the AWS SDK for Java v2, boto3 and the AWS CLI.
class SecurityTokensTest {
    @TempDir static Path home;
    private static TestHub hub;
    private static Person admin;
    private static Person ann;
    private static List<String> key;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        admin = hub.admin();
        ann = hub.user(admin, "ann");
        key = TestHub.accessKey(ann);
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    private static StsClient sts(AwsCredentials credentials) {
        return AwsClients.at(hub, credentials, StsClient.builder()).build();
    }

    @Test
    void aKeyIsKnownAsItsUserInTheirAccount() throws Exception {
        String account = ann.get("/api/v1/me/account").expect(200).text("id");

        try (StsClient sts = sts(AwsClients.credentials(key))) {
            GetCallerIdentityResponse me = sts.getCallerIdentity();
            assertThat(me.account()).isEqualTo(account).matches("\\d{12}");
            assertThat(me.arn()).isEqualTo("arn:aws:iam::" + account + ":user/ann");
            assertThat(me.userId()).matches("AIDA[A-Z2-7]{17}");
            assertThat(me.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void temporaryCredentialsActAsTheRoleOrTheUser() throws Exception {
        try (StsClient sts = sts(AwsClients.credentials(key))) {
            String account = sts.getCallerIdentity().account();
            String role =
                    "arn:aws:iam::%s:role/service-role/AmazonSageMaker-ExecutionRole-Moka"
                            .formatted(account);
            Credentials assumed =
                    sts.assumeRole(r -> r.roleArn(role).roleSessionName("lab").durationSeconds(900))
                            .credentials();
            try (StsClient asRole = sts(AwsClients.credentials(assumed))) {
                assertThat(asRole.getCallerIdentity().arn())
                        .isEqualTo(
                                "arn:aws:sts::%s:assumed-role/AmazonSageMaker-ExecutionRole-Moka/lab"
                                        .formatted(account));
                assertThat(asRole.getCallerIdentity().userId()).matches("AROA[A-Z2-7]{17}:lab");
                assertThatThrownBy(asRole::getSessionToken)
                        .isInstanceOf(StsException.class)
                        .hasMessageContaining("Cannot call GetSessionToken");
            }
            Credentials session = sts.getSessionToken().credentials();
            assertThat(session.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
            try (StsClient asUser = sts(AwsClients.credentials(session))) {
                assertThat(asUser.getCallerIdentity().arn()).endsWith(":user/ann");
            }
        }
    }

    @Test
    void whatAwsRefusesIsRefusedInItsWords() throws Exception {
        assertThatThrownBy(() ->
                        sts(AwsBasicCredentials.create("AKIAAAAAAAAAAAAAAAAA", "x"))
                                .getCallerIdentity())
                .isInstanceOfSatisfying(
                        StsException.class,
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("InvalidClientTokenId"));
        assertThatThrownBy(() ->
                        sts(AwsBasicCredentials.create(key.getFirst(), "wrong"))
                                .getCallerIdentity())
                .isInstanceOfSatisfying(
                        StsException.class,
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("SignatureDoesNotMatch"));
        StsClient elsewhere =
                AwsClients.at(hub, AwsClients.credentials(key), StsClient.builder())
                        .region(Region.EU_WEST_1)
                        .build();
        assertThatThrownBy(elsewhere::getCallerIdentity).hasMessageContaining("eu-west-1");
        try (StsClient sts = sts(AwsClients.credentials(key))) {
            assertThatThrownBy(() ->
                            sts.assumeRole(r ->
                                    r.roleArn("arn:aws:iam::123456789012:role/other")
                                            .roleSessionName("x1")))
                    .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
            assertThatThrownBy(() -> sts.getSessionToken(r -> r.durationSeconds(10)))
                    .hasMessageContaining("greater than or equal to 900");
            assertThatThrownBy(() -> sts.getFederationToken(r -> r.name("fed")))
                    .hasMessageContaining("GetFederationToken");
        }
    }

    @Test
    void whatIsNotValidIsCalledAsAwsQueryServicesCallIt() {
        String role = "arn:aws:iam::123456789012:role/some";
        try (StsClient sts = sts(AwsClients.credentials(key));
                IamClient iam =
                        AwsClients.at(hub, AwsClients.credentials(key), IamClient.builder())
                                .build()) {
            invalid("durationSeconds", () -> sts.getSessionToken(r -> r.durationSeconds(10)));
            invalid("roleSessionName", () -> sts.assumeRole(r -> r.roleArn(role)));
            invalid(
                    "roleArn",
                    () -> sts.assumeRole(r -> r.roleArn("short").roleSessionName("lab")));
            String brief =
                    iam.createRole(r -> r.roleName("brief").assumeRolePolicyDocument("{}"))
                            .role()
                            .arn();
            invalid(
                    "MaxSessionDuration",
                    () ->
                            sts.assumeRole(r ->
                                    r.roleArn(brief).roleSessionName("lab").durationSeconds(7200)));
            iam.deleteRole(r -> r.roleName("brief"));
            invalid("roleName", () -> iam.getRole(r -> r.roleName("no spaces here")));
            invalid("maxItems", () -> iam.listRoles(r -> r.maxItems(0)));
            invalid("", () -> iam.listRoles(r -> r.marker("forged")));
        }
    }

    private static void invalid(String named, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationError");
                            assertThat(e.awsErrorDetails().errorMessage()).contains(named);
                            assertThat(e.statusCode()).isEqualTo(400);
                        });
    }

    @Test
    void credentialsEndWithTheKeyTheyCameFromAndWithTheirUser() throws Exception {
        Person bob = hub.user(admin, "bob");
        List<String> bobs = TestHub.accessKey(bob);
        Credentials session;
        try (StsClient sts = sts(AwsClients.credentials(bobs))) {
            session = sts.getSessionToken().credentials();
        }
        String path = "/api/v1/access-keys/" + bobs.getFirst();
        try (StsClient temporary = sts(AwsClients.credentials(session))) {
            assertThat(temporary.getCallerIdentity().arn()).endsWith("/bob");
            bob.write("PATCH", path, "{\"active\":false}").expect(204);
            assertThatThrownBy(temporary::getCallerIdentity).hasMessageContaining("invalid");
            bob.write("PATCH", path, "{\"active\":true}").expect(204);
            assertThat(temporary.getCallerIdentity().arn()).endsWith("/bob");
            admin.post("/api/v1/users/bob/disable").expect(200);
            assertThatThrownBy(temporary::getCallerIdentity).hasMessageContaining("invalid");
            admin.post("/api/v1/users/bob/enable").expect(200);
            assertThat(temporary.getCallerIdentity().arn()).endsWith("/bob");
        }
        hub.signedIn("bob").delete(path).expect(204);
        try (StsClient gone = sts(AwsClients.credentials(bobs))) {
            assertThatThrownBy(gone::getCallerIdentity).hasMessageContaining("invalid");
        }
    }

    @Test
    void theExecutionRoleIsThereAndOthersCanBeMade() {
        try (IamClient iam =
                AwsClients.at(hub, AwsClients.credentials(key), IamClient.builder()).build()) {
            assertThat(iam.getUser().user().userName()).isEqualTo("ann");
            assertThat(iam.listAccessKeys().accessKeyMetadata())
                    .extracting(k -> k.accessKeyId())
                    .contains(key.getFirst());
            String arn =
                    iam.createRole(r ->
                                    r.roleName("trainer")
                                            .assumeRolePolicyDocument(
                                                    "{\"Version\":\"2012-10-17\"}"))
                            .role()
                            .arn();
            assertThat(arn).endsWith(":role/trainer");
            assertThat(iam.getRole(r -> r.roleName("TRAINER")).role().arn()).isEqualTo(arn);
            assertThatThrownBy(() ->
                            iam.createRole(
                                    r -> r.roleName("Trainer").assumeRolePolicyDocument("{}")))
                    .hasMessageContaining("already exists");
            assertThat(iam.listRolesPaginator(r -> r.maxItems(1)).roles())
                    .extracting(r -> r.roleName())
                    .containsExactly("AmazonSageMaker-ExecutionRole-Moka", "trainer");
            iam.deleteRole(r -> r.roleName("trainer"));
            assertThatThrownBy(() -> iam.getRole(r -> r.roleName("trainer")))
                    .isInstanceOf(NoSuchEntityException.class);
            assertThatThrownBy(() -> iam.listUsers()).hasMessageContaining("ListUsers");
        }
    }

    @Test
    void botoAndTheCommandLineAreKnownToo() throws Exception {
        PythonClients clients = PythonClients.install();
        Map<String, String> environment = hub.awsEnvironment(hub.user(admin, "carl"));

        assertThat(
                        clients.python(
                                environment,
                                """
                                import boto3
                                sts = boto3.client('sts')
                                me = sts.get_caller_identity()
                                role = boto3.client('iam').get_role(RoleName='AmazonSageMaker-ExecutionRole-Moka')['Role']
                                made = sts.assume_role(RoleArn=role['Arn'], RoleSessionName='boto')['Credentials']
                                there = boto3.client('sts', aws_access_key_id=made['AccessKeyId'],
                                    aws_secret_access_key=made['SecretAccessKey'], aws_session_token=made['SessionToken'])
                                print(me['Arn'].split(':')[-1], there.get_caller_identity()['Arn'].split('/')[-1],
                                    role['AssumeRolePolicyDocument']['Version'])
                                """))
                .isEqualTo("user/carl boto 2012-10-17");
        PythonClients.Run run =
                clients.cli(
                        environment,
                        "sts",
                        "get-caller-identity",
                        "--query",
                        "Arn",
                        "--output",
                        "text");
        assertThat(run.output()).endsWith(":user/carl");
        assertThat(clients.cli(environment, "ecr", "describe-repositories").errors())
                .contains("This hub has no service 'ecr'");
    }
}
