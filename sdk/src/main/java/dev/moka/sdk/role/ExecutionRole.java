package dev.moka.sdk.role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The search for the role that jobs take, as Python's `get_execution_role` does it: the
/// environment, the notebook instance's `resource-metadata.json`, then the role that the caller has
/// taken.
public final class ExecutionRole {
    /// The environment variable with the role's ARN.
    public static final String ROLE = "MOKA_EXECUTION_ROLE_ARN";

    /// The environment variable that says where `resource-metadata.json` lies, when it is not where
    /// SageMaker puts it.
    public static final String METADATA = "MOKA_RESOURCE_METADATA";

    private static final Path SAGEMAKER_METADATA =
            Path.of("/opt/ml/metadata/resource-metadata.json");
    private static final Pattern ASSUMED =
            Pattern.compile("arn:([\\w-]+):sts::(\\d{12}):assumed-role/([^/]+)/.*");
    private static final Pattern ROLE_ARN = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:role/.+");

    private final Map<String, String> environment;

    /// A search in these environment variables.
    public ExecutionRole(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The role's ARN; `caller` is asked for the caller's own ARN only when nothing else says it.
    public String find(Supplier<String> caller) {
        return Optional.ofNullable(environment.get(ROLE))
                .filter(arn -> !arn.isBlank())
                .or(this::inMetadata)
                .orElseGet(() -> ofCaller(caller.get()));
    }

    private Optional<String> inMetadata() {
        String elsewhere = environment.get(METADATA);
        Path file = elsewhere == null ? SAGEMAKER_METADATA : Path.of(elsewhere);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode metadata = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(metadata.path("ExecutionRoleArn").asString(""))
                    .filter(arn -> !arn.isEmpty());
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "%s can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String ofCaller(String arn) {
        Matcher assumed = ASSUMED.matcher(arn);
        if (assumed.matches()) {
            String role = assumed.group(3);
            // Roles that SageMaker makes lie under this path, which the caller's ARN leaves out.
            String path = role.startsWith("AmazonSageMaker-ExecutionRole") ? "service-role/" : "";
            return "arn:%s:iam::%s:role/%s%s"
                    .formatted(assumed.group(1), assumed.group(2), path, role);
        }
        if (ROLE_ARN.matcher(arn).matches()) {
            return arn;
        }
        throw new IllegalStateException(
                "%s is no role: say which one jobs take, with Session.builder().role(arn) or %s"
                        .formatted(arn, ROLE));
    }
}
