package dev.moka.hub.aws.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.TestHub;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/// The tables of operations against AWS SDK v2, the service model and the reference page.
class OperationsReferenceTest {
    private static final Path PAGE = TestHub.ROOT.resolve("docs/reference/operations.md");
    private static final Map<String, String> SDK =
            Map.of(
                    "sagemaker", "sagemaker",
                    "logs", "cloudwatchlogs",
                    "sts", "sts",
                    "iam", "iam");

    @TempDir static Path home;
    private static List<OperationTable> tables;

    @BeforeAll
    static void start() {
        try (TestHub hub = TestHub.start(home)) {
            tables = hub.operations();
        }
    }

    @AfterAll
    static void end() {
        tables = List.of();
    }

    @Test
    void theReferencePageIsCurrent() throws Exception {
        String page = OperationsPage.of(tables);
        if (System.getenv("MOKA_WRITE_DOCS") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .describedAs("run this test with MOKA_WRITE_DOCS=1 to write the page anew")
                .isEqualTo(page);
    }

    @Test
    void wireRecordsHaveTheMembersOfAwssClients() throws Exception {
        for (OperationTable table : tables) {
            for (Operation<?, ?> operation : table.operations().values()) {
                String prefix =
                        "software.amazon.awssdk.services.%s.model.%s"
                                .formatted(SDK.get(table.service()), operation.name());
                compare(table, operation.request(), pojo(prefix + "Request"), operation.name());
                compare(table, operation.response(), pojo(prefix + "Response"), operation.name());
            }
        }
    }

    @Test
    void handlersGetWhatTheModelRequiresAndNullOnlyForTheRest() {
        for (OperationTable table : tables) {
            for (Operation<?, ?> operation : table.operations().values()) {
                List<String> required =
                        table.model()
                                .input(operation.name())
                                .map(shape -> table.model().shape(shape).required())
                                .orElse(List.of());
                for (RecordComponent component : operation.request().getRecordComponents()) {
                    boolean optional =
                            component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    assertThat(optional)
                            .describedAs(operation.name() + "." + component.getName())
                            .isNotEqualTo(required.contains(table.names().of(component.getName())));
                }
            }
        }
    }

    private static void compare(
            OperationTable table, Class<? extends Record> type, SdkPojo pojo, String path) {
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            fields.put(field.locationName(), field);
        }
        for (RecordShape.Component component : RecordShape.of(type).components()) {
            String member = table.names().of(component.name());
            assertThat(fields.keySet()).describedAs(path).contains(member);
            nested(
                    table,
                    component.type(),
                    Objects.requireNonNull(fields.get(member)),
                    path + "." + member);
        }
    }

    private static void nested(
            OperationTable table, WireType type, SdkField<?> field, String path) {
        switch (type) {
            case WireType.Plain(var kind) ->
                    assertThat(kinds(kind))
                            .describedAs(path)
                            .contains(field.marshallingType().getTargetClass().getSimpleName());
            case WireType.Structure(var shape) ->
                    compare(
                            table,
                            shape.get().constructor().getDeclaringClass(),
                            field.constructor().get(),
                            path);
            case WireType.ListOf(var element) ->
                    nested(table, element, field.getTrait(ListTrait.class).memberFieldInfo(), path);
            case WireType.MapOf(var element) ->
                    nested(table, element, field.getTrait(MapTrait.class).valueFieldInfo(), path);
        }
    }

    private static List<String> kinds(Class<?> kind) {
        List<String> kinds = new ArrayList<>(List.of(kind.getSimpleName()));
        if (kind == byte[].class) {
            kinds.add("SdkBytes");
        }
        return kinds;
    }

    private static SdkPojo pojo(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name, true, OperationsReferenceTest.class.getClassLoader());
        Object builder = type.getMethod("builder").invoke(null);
        assertThat(builder).describedAs(name.toLowerCase(Locale.ROOT)).isInstanceOf(SdkPojo.class);
        return (SdkPojo) builder;
    }
}
