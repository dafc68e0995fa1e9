package dev.moka.hub.sagemaker.training;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.sagemaker.Arn;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.PassedRole;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.sagemaker.training.JobMessages.CreateRequest;
import dev.moka.hub.sagemaker.training.JobMessages.CreateResponse;
import dev.moka.hub.sagemaker.training.JobMessages.DescribeResponse;
import dev.moka.hub.sagemaker.training.JobMessages.ListRequest;
import dev.moka.hub.sagemaker.training.JobMessages.ListResponse;
import dev.moka.hub.sagemaker.training.JobMessages.NameRequest;
import dev.moka.hub.tagging.Tags;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobFilter;
import dev.moka.hub.training.TrainingJobFilter.Mark;
import dev.moka.hub.training.TrainingJobName;
import dev.moka.hub.training.TrainingJobSpec;
import dev.moka.hub.training.TrainingJobs;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Everything of the training-job family: its operations, and jobs as things that can have tags.
public final class TrainingFamily implements TaggedResources {
    private static final String KIND = "training-job";
    private static final int PAGE = 10;

    private final TrainingJobs jobs;
    private final Tags tags;
    private final PageTokens tokens;
    private final JobRequests requests = new JobRequests();
    private final JobShapes shapes;

    public TrainingFamily(TrainingJobs jobs, Tags tags, PageTokens tokens, Clock clock) {
        this.jobs = jobs;
        this.tags = tags;
        this.tokens = tokens;
        this.shapes = new JobShapes(jobs, requests, clock);
    }

    public List<Operation<?, ?>> table() {
        return List.of(
                Operation.of(
                                "CreateTrainingJob",
                                CreateRequest.class,
                                CreateResponse.class,
                                this::create)
                        .differing(
                                "TrainingImage is the URI of a built-in algorithm that the hub has,"
                                        + " of any registry and version; AlgorithmName, Pipe mode,"
                                        + " file systems, InstanceGroups, an own entrypoint and"
                                        + " uncompressed output are refused.",
                                "One machine does the work of all instances.",
                                "VpcConfig, KMS keys, warm pools, EnableSageMakerMetricsTimeSeries,"
                                        + " ShuffleConfig, MaxPendingTimeInSeconds, RetryStrategy"
                                        + " and what belongs to debugger, profiler, TensorBoard and"
                                        + " experiments are kept and given back; they change"
                                        + " nothing.",
                                "InstanceType may be any training type of the hub's catalogue."),
                Operation.of(
                                "DescribeTrainingJob",
                                NameRequest.class,
                                DescribeResponse.class,
                                this::describe)
                        .differing(
                                "While a job waits for room on the machine, the StatusMessage says"
                                        + " its place in the queue and what it needs.",
                                "TrainingTimeInSeconds and BillableTimeInSeconds are there while"
                                        + " the job runs, and are the same: nothing is cheaper by"
                                        + " being interrupted."),
                Operation.of("ListTrainingJobs", ListRequest.class, ListResponse.class, this::list),
                Operation.of("StopTrainingJob", NameRequest.class, this::stop),
                Operation.of("DeleteTrainingJob", NameRequest.class, this::delete)
                        .differing("The model, the log and the bill stay."));
    }

    @Override
    public Optional<String> find(Call call, Arn arn) {
        if (!arn.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            TrainingJob job = jobs.describe(account(call), new TrainingJobName(arn.name()));
            return Optional.of(resource(job));
        } catch (ResourceNotFound e) {
            return Optional.empty();
        }
    }

    private CreateResponse create(Call call, CreateRequest request) {
        PassedRole.require(call, request.roleArn());
        TrainingJobSpec spec = requests.spec(request);
        Tags.require(spec.tags());
        TrainingJob made =
                jobs.create(call.principal(), new TrainingJobName(request.trainingJobName()), spec);
        if (!spec.tags().isEmpty()) {
            tags.put(resource(made), spec.tags());
        }
        return new CreateResponse(jobs.arn(made));
    }

    private DescribeResponse describe(Call call, NameRequest request) {
        return shapes.describe(named(call, request, jobs::describe));
    }

    private ListResponse list(Call call, ListRequest request) {
        String query = request.query();
        TrainingJobs.Page page = jobs.list(account(call), filter(call, query, request));
        Mark next = page.next();
        return new ListResponse(
                page.jobs().stream().map(shapes::summary).toList(),
                next == null
                        ? null
                        : tokens.token(call, query, next.sorted() + "\n" + next.name()));
    }

    private void stop(Call call, NameRequest request) {
        named(call, request, jobs::stop);
    }

    private void delete(Call call, NameRequest request) {
        named(
                call,
                request,
                (account, name) -> {
                    TrainingJob job = jobs.describe(account, name);
                    jobs.delete(account, name);
                    tags.removeAll(resource(job));
                    return job;
                });
    }

    /// Does something with a job. AWS answers so for one that is not there.
    private static TrainingJob named(
            Call call,
            NameRequest request,
            BiFunction<AccountId, TrainingJobName, TrainingJob> change) {
        try {
            return change.apply(account(call), new TrainingJobName(request.trainingJobName()));
        } catch (ResourceNotFound e) {
            throw Invalid.request(e.text());
        }
    }

    private TrainingJobFilter filter(Call call, String query, ListRequest request) {
        return new TrainingJobFilter(
                request.nameContains(),
                request.statusEquals(),
                request.creationTimeAfter(),
                request.creationTimeBefore(),
                request.lastModifiedTimeAfter(),
                request.lastModifiedTimeBefore(),
                switch (Objects.requireNonNullElse(request.sortBy(), "CreationTime")) {
                    case "Name" -> TrainingJobFilter.SortBy.NAME;
                    case "Status" -> TrainingJobFilter.SortBy.STATUS;
                    default -> TrainingJobFilter.SortBy.CREATION_TIME;
                },
                "Descending".equals(request.sortOrder()),
                mark(tokens.place(call, query, request.nextToken())),
                Objects.requireNonNullElse(request.maxResults(), PAGE));
    }

    private static @Nullable Mark mark(@Nullable String place) {
        if (place == null) {
            return null;
        }
        int end = place.indexOf('\n');
        return new Mark(place.substring(0, end), place.substring(end + 1));
    }

    private static AccountId account(Call call) {
        return call.principal().account();
    }

    private static String resource(TrainingJob job) {
        return KIND + "/" + job.id();
    }
}
