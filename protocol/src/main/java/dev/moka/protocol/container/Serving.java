package dev.moka.protocol.container;

import java.time.Duration;
import java.util.Map;

/// What a serving container must answer: "Use Your Own Inference Code with Hosting Services".
public final class Serving {
    /// The health check: 200 says that invocations may come.
    public static final String PING = "/ping";

    public static final String INVOCATIONS = "/invocations";

    /// What batch transform asks before it begins; a container need not have it.
    public static final String EXECUTION_PARAMETERS = "/execution-parameters";

    /// The port to listen on; 8080 without it. `0` lets the program choose, see [#LISTENING].
    public static final String PORT_VARIABLE = "SAGEMAKER_BIND_TO_PORT";

    public static final String SAFE_PORT_RANGE_VARIABLE = "SAGEMAKER_SAFE_PORT_RANGE";

    /// The Unix-domain socket to listen on instead of a port; ours alone.
    public static final String SOCKET_VARIABLE = "MOKA_BIND_TO_SOCKET";

    /// The address to listen on, ours alone; only this machine's own programs reach the default.
    public static final String ADDRESS_VARIABLE = "MOKA_BIND_ADDRESS";

    /// What our programs print, followed by the port or the socket's path, once they listen.
    public static final String LISTENING = "Listening on ";

    public static final String CONTENT_TYPE = "Content-Type";
    public static final String ACCEPT = "Accept";
    public static final String CUSTOM_ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";

    /// The selection of a reply's members, for example `predicted_label,probability`.
    public static final String INFERENCE_OUTPUT_VARIABLE = "SAGEMAKER_INFERENCE_OUTPUT";

    /// What a request without Accept gets, and the types that a container takes.
    public static final String DEFAULT_ACCEPT_VARIABLE = "SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT";

    public static final String PROGRAM_VARIABLE = "SAGEMAKER_PROGRAM";
    public static final String REGION_VARIABLE = "SAGEMAKER_REGION";
    public static final String LOG_LEVEL_VARIABLE = "SAGEMAKER_CONTAINER_LOG_LEVEL";

    public static final int DEFAULT_PORT = 8080;

    /// The name of what `ModelDataUrl` and `S3ModelArtifacts` point to: a gzipped tar of
    /// `/opt/ml/model`.
    public static final String MODEL_ARCHIVE = "model.tar.gz";

    public static final String OUTPUT_ARCHIVE = "output.tar.gz";

    /// The most that `InvokeEndpoint` takes.
    public static final int MAX_BODY_BYTES = 6 * 1024 * 1024;

    public static final Duration PING_TIMEOUT = Duration.ofSeconds(2);
    public static final Duration CONNECT_TIMEOUT = Duration.ofMillis(250);
    public static final Duration INVOCATION_TIMEOUT = Duration.ofMinutes(1);

    private Serving() {}

    /// The port that a program's environment asks for.
    ///
    /// @throws ContainerException when it is not a port
    public static int port(Map<String, String> environment) {
        String port = environment.getOrDefault(PORT_VARIABLE, String.valueOf(DEFAULT_PORT));
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ContainerException(notAPort(port), e);
        }
        throw new ContainerException(notAPort(port));
    }

    private static String notAPort(String port) {
        return "%s is '%s'; a number from 0 to 65535 is wanted".formatted(PORT_VARIABLE, port);
    }
}
