package dev.moka.protocol.container;

import java.util.LinkedHashMap;
import java.util.Map;

/// The environment that SageMaker gives a training container, besides what the request asks for.
///
/// Documented under `CreateTrainingJob`, `AlgorithmSpecification` and "Environment Variables" of
/// AWS's training toolkit.
public record TrainingVariables(String trainingJobName, String trainingJobArn, String region) {
    public static final String JOB_NAME = "TRAINING_JOB_NAME";
    public static final String JOB_ARN = "TRAINING_JOB_ARN";
    public static final String REGION = "AWS_REGION";

    /// Which of our built-in algorithms a program is to be; AWS has an image for each instead.
    public static final String ALGORITHM = "MOKA_ALGORITHM";

    /// How many processors a program may use, where the operating system's answer is the host's.
    public static final String PROCESSORS = "MOKA_PROCESSORS";

    /// The request's own variables with ours over them: a request can't rename its job.
    public Map<String, String> over(Map<String, String> requested) {
        Map<String, String> variables = new LinkedHashMap<>(requested);
        variables.put(JOB_NAME, trainingJobName);
        variables.put(JOB_ARN, trainingJobArn);
        variables.put(REGION, region);
        return Map.copyOf(variables);
    }
}
