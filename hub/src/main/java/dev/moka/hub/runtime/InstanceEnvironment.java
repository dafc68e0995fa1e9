package dev.moka.hub.runtime;

import dev.moka.hub.account.InstanceAws;
import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.NotebookInstance;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The environment variables that tell lifecycle scripts and kernels which instance they are in.
///
/// @param root the folder that holds `notebooks/`
/// @param region the AWS region whose names the hub uses
/// @param aws how programs in an instance use the hub as their AWS
public record InstanceEnvironment(
        Home home, Path root, String region, Function<NotebookInstance, InstanceAws> aws) {

    Map<String, String> of(NotebookInstance instance) {
        Map<String, String> variables = new TreeMap<>();
        String workspace = home.work(instance.key()).toString();
        variables.put("HOME", workspace);
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("MOKA_WORKSPACE", workspace);
        variables.put("MOKA_OWNER", instance.key().owner().value());
        variables.put("MOKA_INSTANCE_NAME", instance.key().name().value());
        variables.put("MOKA_INSTANCE_TYPE", instance.spec().instanceType());
        variables.put("MOKA_MAVEN_CACHE", home.mavenCache().toString());
        variables.put("MOKA_CONTENT", root.resolve("notebooks").toString());
        variables.putAll(aws(instance));
        return variables;
    }

    /// Both SDKs and the CLI find endpoint and credentials by these, and fetch the latter again
    /// before they end.
    private Map<String, String> aws(NotebookInstance instance) {
        InstanceAws known = aws.apply(instance);
        InstanceFiles files = new InstanceFiles(home);
        files.write(instance.key(), known);
        return Map.of(
                "AWS_ENDPOINT_URL",
                known.endpoint(),
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                known.credentialsUri(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                files.token(instance.key()).toString(),
                "MOKA_EXECUTION_ROLE_ARN",
                known.roleArn(),
                "MOKA_RESOURCE_METADATA",
                files.metadata(instance.key()).toString());
    }
}
