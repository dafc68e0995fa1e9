package dev.moka.hub.console;

import dev.moka.hub.console.view.ConnectPage.Snippet;
import java.util.List;

/// Text to copy that makes an AWS client talk to a hub.
record Snippets(String endpoint, String region, String keyId, String role) {

    List<Snippet> all() {
        return List.of(
                new Snippet(
                        "environment",
                        "Environment",
                        "for every client started in this shell; your code needs no change",
                        environment()),
                new Snippet("java", "AWS SDK for Java v2", "version 2.28 or newer", java()),
                new Snippet("boto3", "boto3", "Python; version 1.28 or newer", boto3()),
                new Snippet("cli", "AWS CLI", "a profile in ~/.aws/config", cli()));
    }

    private String environment() {
        return """
        export AWS_ENDPOINT_URL=%s
        export AWS_REGION=%s AWS_DEFAULT_REGION=%s
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=…
        """
                .formatted(endpoint, region, region, keyId);
    }

    private String java() {
        return """
        // With the environment above, SageMakerClient.create() is enough. In code:
        URI hub = URI.create("%s");
        var credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create("%s", "…"));
        var sagemaker = SageMakerClient.builder()
                .endpointOverride(hub).region(Region.of("%s"))
                .credentialsProvider(credentials).build();
        var s3 = S3Client.builder()
                .endpointOverride(hub).region(Region.of("%s"))
                .credentialsProvider(credentials).forcePathStyle(true).build();
        String role = "%s";
        """
                .formatted(endpoint, keyId, region, region, role);
    }

    private String boto3() {
        return """
        # With the environment above, boto3.client("sagemaker") is enough. In code:
        import boto3
        from botocore.config import Config
        hub = dict(endpoint_url="%s", region_name="%s",
                   aws_access_key_id="%s", aws_secret_access_key="…")
        sagemaker = boto3.client("sagemaker", **hub)
        s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}), **hub)
        role = "%s"
        """
                .formatted(endpoint, region, keyId, role);
    }

    private String cli() {
        return """
        aws configure set profile.moka.endpoint_url %s
        aws configure set profile.moka.region %s
        aws configure set profile.moka.aws_access_key_id %s
        aws configure set profile.moka.aws_secret_access_key …
        aws configure set profile.moka.s3.addressing_style path
        aws --profile moka sts get-caller-identity
        """
                .formatted(endpoint, region, keyId);
    }
}
