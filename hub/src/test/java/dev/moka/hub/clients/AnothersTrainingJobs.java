package dev.moka.hub.clients;

import static dev.moka.hub.clients.OwnedThings.BUCKET;
import static dev.moka.hub.clients.OwnedThings.KEY;
import static dev.moka.hub.clients.OwnedThings.NAME;

import java.util.List;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.S3DataSource;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;

/// What another account tries on training jobs.
record AnothersTrainingJobs(SageMakerClient sagemaker, String ownRole) {
    private static final String IMAGE =
            "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1";

    List<AnotherAccount.Attempt> attempts() {
        return List.of(
                new AnotherAccount.Attempt(
                        "sagemaker:DescribeTrainingJob",
                        false,
                        () -> sagemaker.describeTrainingJob(r -> r.trainingJobName(NAME))),
                new AnotherAccount.Attempt(
                        "sagemaker:ListTrainingJobs", true, sagemaker::listTrainingJobs),
                new AnotherAccount.Attempt(
                        "sagemaker:StopTrainingJob",
                        false,
                        () -> sagemaker.stopTrainingJob(r -> r.trainingJobName(NAME))),
                new AnotherAccount.Attempt(
                        "sagemaker:DeleteTrainingJob",
                        false,
                        () -> sagemaker.deleteTrainingJob(r -> r.trainingJobName(NAME))),
                new AnotherAccount.Attempt(
                        "sagemaker:CreateTrainingJob",
                        true,
                        () ->
                                sagemaker
                                        .createTrainingJob(job(ownRole, KEY))
                                        .sdkHttpResponse()
                                        .statusCode()));
    }

    /// A job that reads and writes the owner's bucket.
    static CreateTrainingJobRequest job(String role, String key) {
        S3DataSource data =
                S3DataSource.builder()
                        .s3DataType(S3DataType.S3_PREFIX)
                        .s3Uri("s3://" + BUCKET + "/" + key)
                        .build();
        return CreateTrainingJobRequest.builder()
                .trainingJobName(NAME)
                .roleArn(role)
                .algorithmSpecification(
                        a -> a.trainingImage(IMAGE).trainingInputMode(TrainingInputMode.FILE))
                .inputDataConfig(
                        Channel.builder()
                                .channelName("train")
                                .contentType("text/csv")
                                .dataSource(d -> d.s3DataSource(data))
                                .build())
                .outputDataConfig(o -> o.s3OutputPath("s3://" + BUCKET + "/out"))
                .resourceConfig(r ->
                        r.instanceCount(1)
                                .instanceType(TrainingInstanceType.ML_M5_LARGE)
                                .volumeSizeInGB(1))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(60))
                .build();
    }
}
