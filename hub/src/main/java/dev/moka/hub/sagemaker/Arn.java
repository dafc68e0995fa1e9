package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.operation.Call;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a SageMaker resource among all of AWS.
///
/// @param kind such as `notebook-instance`
public record Arn(String region, String account, String kind, String name) {
    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*:sagemaker:([a-z0-9-]*):(\\d{12}):([a-z-]+)/(.+)");

    /// The ARN of something in the account and the region of a call.
    public static Arn of(Call call, String kind, String name) {
        return new Arn(call.region(), call.principal().account().value(), kind, name);
    }

    /// Reads an ARN, if it is one of SageMaker.
    public static Optional<Arn> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Arn(
                                matcher.group(1),
                                matcher.group(2),
                                matcher.group(3),
                                matcher.group(4)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "arn:aws:sagemaker:%s:%s:%s/%s".formatted(region, account, kind, name);
    }
}
