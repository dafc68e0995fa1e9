package dev.moka.hub.aws.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.protocol.jupyter.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ValidatorTest {
    private static final List<String> FAMILIES =
            List.of(
                    "NotebookInstance",
                    "CodeRepositor",
                    "Tags",
                    "LogGroup",
                    "LogStream",
                    "LogEvents");
    private static final List<String> ODD = List.of("\u0001", "~ ~", "a:b", "-", "*", "", "x");

    private final ServiceModel sagemaker = ServiceModel.of("sagemaker");
    private final Validator validator = new Validator(sagemaker, Set.of("InstanceType"));

    @Test
    void allErrorsComeInOneMessageInAwssWords() {
        assertThat(
                        message(
                                """
                                {"NotebookInstanceName": "a_b", "RootAccess": "Perhaps", "VolumeSizeInGB": 4,
                                 "SecurityGroupIds": ["ok", "no!"], "Tags": [{"Key": "", "Value": "v"}]}
                                """))
                .startsWith("7 validation errors detected: ")
                .contains(
                        "Value 'a_b' at 'notebookInstanceName' failed to satisfy constraint: Member"
                                + " must satisfy regular expression pattern:"
                                + " ^[a-zA-Z0-9](-*[a-zA-Z0-9])*",
                        "Value null at 'instanceType' failed to satisfy constraint: Member must not"
                                + " be null",
                        "Value null at 'roleArn' failed to satisfy constraint: Member must not be"
                                + " null",
                        "Value '[ok, no!]' at 'securityGroupIds' failed to satisfy constraint:"
                            + " Member must satisfy constraint: [Member must have length less than"
                            + " or equal to 32,",
                        "Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must"
                                + " have length greater than or equal to 1",
                        "Value '4' at 'volumeSizeInGB' failed to satisfy constraint: Member must"
                                + " have value greater than or equal to 5",
                        "Value 'Perhaps' at 'rootAccess' failed to satisfy constraint: Member must"
                                + " satisfy enum value set: [Enabled, Disabled]");
    }

    @Test
    void newInstanceTypesAndUnknownMembersPass() {
        assertThat(
                        errors(
                                """
                                {"NotebookInstanceName": "a", "InstanceType": "ml.new.huge", "Newer": {"x": 1},
                                 "RoleArn": "arn:aws:iam::123456789012:role/r", "IpAddressType": "dualstack",
                                 "PlatformIdentifier": "notebook-al2023-v1", "SubnetId": null}
                                """))
                .isEmpty();
    }

    @Test
    void aValueOfAnotherTypeIsAnErrorOfItsOwn() {
        for (String json :
                List.of(
                        "{'NotebookInstanceName': 1}",
                        "{'NotebookInstanceName': {}}",
                        "{'VolumeSizeInGB': '5'}",
                        "{'VolumeSizeInGB': 5.5}",
                        "{'VolumeSizeInGB': 99999999999}",
                        "{'Tags': {}}",
                        "{'Tags': ['x']}",
                        "{'InstanceMetadataServiceConfiguration': []}")) {
            assertThatThrownBy(() -> errors(json.replace('\'', '"')))
                    .describedAs(json)
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void everyRuleOfTheFamiliesIsChecked() {
        int rules = 0;
        for (ServiceModel model : List.of(sagemaker, ServiceModel.of("logs"))) {
            for (String operation : model.operations()) {
                if (FAMILIES.stream().anyMatch(operation::contains)) {
                    rules += check(model, model.input(operation).orElseThrow());
                }
            }
        }
        assertThat(rules).isGreaterThan(240);
    }

    @Test
    void noPatternOfTheModelsIsSlowOrDeep() {
        String[] texts = {
            "a".repeat(4096),
            "-".repeat(4096),
            "a-".repeat(2048),
            "/".repeat(4096),
            "a".repeat(4095) + "!",
            "arn:aws:iam::123456789012:role/" + "a/".repeat(2000) + "\u0001"
        };
        for (String service : List.of("sagemaker", "logs", "sts", "iam")) {
            ServiceModel model = ServiceModel.of(service);
            for (String name : model.shapes()) {
                Pattern pattern = model.shape(name).pattern();
                if (pattern != null) {
                    Shape shape = model.shape(name);
                    Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> {
                                for (String text : texts) {
                                    Constraints.isBroken(shape, text);
                                }
                            },
                            service + "." + name);
                }
            }
        }
    }

    private static int check(ServiceModel model, String input) {
        Validator strict = new Validator(model, Set.of());
        Shape shape = model.shape(input);
        int rules = 0;
        for (Map.Entry<String, String> member : shape.members().entrySet()) {
            String path =
                    member.getKey().substring(0, 1).toLowerCase(Locale.ROOT)
                            + member.getKey().substring(1);
            if (shape.required().contains(member.getKey())) {
                assertThat(texts(strict.check(input, Json.object())))
                        .contains(
                                "Value null at '%s' failed to satisfy constraint: Member must not be null"
                                        .formatted(path));
                rules++;
            }
            for (Broken broken : broken(model.shape(member.getValue()))) {
                ObjectNode request = Json.object();
                request.set(member.getKey(), broken.value());
                assertThat(texts(strict.check(input, request)))
                        .describedAs(input + "." + path)
                        .anyMatch(text ->
                                text.contains("at '" + path + "'")
                                        && text.contains(broken.constraint()));
                rules++;
            }
        }
        return rules;
    }

    private static List<Broken> broken(Shape shape) {
        List<Broken> all = new ArrayList<>();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Double max = shape.max();
        Double min = shape.min();
        Pattern pattern = shape.pattern();
        switch (shape.type()) {
            case STRING -> {
                if (max != null) {
                    all.add(
                            new Broken(
                                    nodes.stringNode("a".repeat(max.intValue() + 1)),
                                    "length less than or equal to " + max.intValue()));
                }
                if (min != null && min > 0) {
                    all.add(
                            new Broken(
                                    nodes.stringNode("a".repeat(min.intValue() - 1)),
                                    "length greater than or equal to " + min.intValue()));
                }
                if (pattern != null) {
                    ODD.stream()
                            .filter(text -> !pattern.matcher(text).matches())
                            .limit(1)
                            .forEach(text ->
                                    all.add(
                                            new Broken(
                                                    nodes.stringNode(text),
                                                    "pattern: " + shape.patternText())));
                }
                if (!shape.values().isEmpty()) {
                    all.add(new Broken(nodes.stringNode("no such word"), "enum value set: ["));
                }
            }
            case INTEGER, LONG -> {
                if (max != null && max < Integer.MAX_VALUE) {
                    all.add(
                            new Broken(
                                    nodes.numberNode(max.intValue() + 1),
                                    "value less than or equal to " + max.intValue()));
                }
                if (min != null) {
                    all.add(
                            new Broken(
                                    nodes.numberNode(min.intValue() - 1),
                                    "value greater than or equal to " + min.intValue()));
                }
            }
            case LIST -> {
                if (min != null && min > 0) {
                    all.add(
                            new Broken(
                                    nodes.arrayNode(),
                                    "length greater than or equal to " + min.intValue()));
                }
            }
            default -> {}
        }
        return all;
    }

    private List<Violation> errors(String json) {
        return validator.check(
                "CreateNotebookInstanceInput",
                Json.parseObject(json.getBytes(StandardCharsets.UTF_8)));
    }

    private String message(String json) {
        return Validator.message(errors(json));
    }

    private static List<String> texts(List<Violation> violations) {
        return violations.stream().map(Violation::text).toList();
    }

    private record Broken(JsonNode value, String constraint) {}
}
