package dev.moka.hub.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.S3Hub;
import dev.moka.hub.clients.PythonClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// S3 by boto3 and the AWS CLI, as people use them.
class PythonTest {
    @TempDir static Path home;
    private static S3Hub hub;
    private static PythonClients clients;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws Exception {
        clients = PythonClients.install();
        hub = S3Hub.start(home);
        environment =
                Map.of(
                        "AWS_ACCESS_KEY_ID", hub.annsKey.getFirst(),
                        "AWS_SECRET_ACCESS_KEY", hub.annsKey.getLast(),
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL", hub.hub.awsAddress());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void boto3StoresListsAndReads() throws Exception {
        String said =
                clients.python(
                        environment,
                        """
                        import boto3, io, os
                        from boto3.s3.transfer import TransferConfig
                        s3 = boto3.client('s3')
                        b = 'boto-bucket'
                        s3.create_bucket(Bucket=b)
                        s3.put_object(Bucket=b, Key='a/1 ä', Body=b'one', Metadata={'m': 'n'}, Tagging='t=u')
                        got = s3.get_object(Bucket=b, Key='a/1 ä', ChecksumMode='ENABLED')
                        assert got['Body'].read() == b'one' and got['Metadata'] == {'m': 'n'} and got['TagCount'] == 1
                        for algorithm in ('CRC32', 'SHA1', 'SHA256'):
                            s3.put_object(Bucket=b, Key=algorithm, Body=b'sum', ChecksumAlgorithm=algorithm)
                            s3.get_object(Bucket=b, Key=algorithm, ChecksumMode='ENABLED')['Body'].read()
                        for key in ('c/\\x01', 'c/\\x0b&', 'c/\\x1f<'):
                            s3.put_object(Bucket=b, Key=key, Body=b'')
                        names = [o['Key'] for o in s3.list_objects_v2(Bucket=b, Prefix='c/')['Contents']]
                        assert names == ['c/\\x01', 'c/\\x0b&', 'c/\\x1f<'], names
                        big = os.urandom(17 * 1024 * 1024)
                        s3.upload_fileobj(io.BytesIO(big), b, 'big', Config=TransferConfig(multipart_chunksize=5 * 1024 * 1024))
                        back = io.BytesIO()
                        s3.download_fileobj(b, 'big', back)
                        assert back.getvalue() == big
                        assert s3.head_object(Bucket=b, Key='big')['ETag'].endswith('-4"')
                        s3.copy({'Bucket': b, 'Key': 'big'}, b, 'copy', Config=TransferConfig(multipart_threshold=5 * 1024 * 1024))
                        assert s3.head_object(Bucket=b, Key='copy')['ContentLength'] == len(big)
                        pages = s3.get_paginator('list_objects_v2').paginate(Bucket=b, PaginationConfig={'PageSize': 3})
                        keys = [o['Key'] for page in pages for o in page['Contents']]
                        rest = s3.delete_objects(Bucket=b, Delete={'Objects': [{'Key': k} for k in keys if k[0] != 'c']})
                        for key in keys:
                            s3.delete_object(Bucket=b, Key=key)
                        s3.delete_bucket(Bucket=b)
                        print(len(keys), len(rest['Deleted']))
                        """);
        assertThat(said).isEqualTo("9 5");
        try (var files = Files.walk(home.resolve("objects"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void theCommandLineSyncsAFolder() throws Exception {
        Path source = home.resolve("cli");
        Path folder = Files.createDirectories(source.resolve("x"));
        Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Files.writeString(folder.resolve("b.csv"), "3,4\n");
        cli("s3", "mb", "s3://cli-bucket");
        cli("s3", "cp", folder.resolve("a.csv").toString(), "s3://cli-bucket/one.csv");
        cli("s3", "sync", source.toString(), "s3://cli-bucket/in");
        assertThat(cli("s3", "ls", "s3://cli-bucket", "--recursive"))
                .contains("in/x/a.csv", "in/x/b.csv", "one.csv");
        assertThat(cli("s3", "ls", "s3://cli-bucket/")).contains("PRE in/");
        Path back = home.resolve("back");
        cli("s3", "sync", "s3://cli-bucket/in", back.toString());
        assertThat(back.resolve("x/b.csv")).hasContent("3,4");
        cli("s3", "rb", "s3://cli-bucket", "--force");
    }

    private static String cli(String... words) throws Exception {
        PythonClients.Run run = clients.cli(environment, words);
        assertThat(run.exitCode()).describedAs(run.errors()).isZero();
        return run.output();
    }
}
