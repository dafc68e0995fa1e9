package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.NotebookInstance;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The environment variables that tell lifecycle scripts and kernels which instance they are in.
///
/// @param root the folder that holds `notebooks/`
/// @param region the AWS region whose names the hub uses
public record InstanceEnvironment(Home home, Path root, String region) {

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
        return variables;
    }
}
