package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.operation.JsonService;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.OperationTable;
import dev.moka.hub.aws.operation.WireNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The SageMaker API: AWS JSON 1.1 with the target prefix `SageMaker`.
public final class SageMaker {
    private static final int LARGEST_BODY = 1 << 20;

    /// The hub's catalogue of instance types is newer than the model's.
    private static final Set<String> LENIENT = Set.of("InstanceType", "TrainingInstanceType");

    private SageMaker() {}

    public static JsonService service(List<? extends Collection<Operation<?, ?>>> families) {
        return new JsonService(
                "sagemaker",
                "SageMaker",
                LARGEST_BODY,
                OperationTable.of(
                        "sagemaker", "SageMaker", WireNames.UPPER_CAMEL, LENIENT, families),
                SageMakerErrors::of);
    }
}
