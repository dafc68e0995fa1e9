package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDocumentTest {
    private static final Pattern PATH = Pattern.compile("  (/\\S+):");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):");
    private static final List<String> OPEN =
            List.of("post /sign-in", "post /sign-out", "post /welcome", "get /openapi.yaml");

    @Test
    void everyDocumentedOperationIsThereAndAsksStrangersToSignIn(@TempDir Path home)
            throws Exception {
        try (TestHub hub = TestHub.start(home)) {
            Person stranger = hub.stranger();
            List<String> operations =
                    operations(stranger.get("/api/v1/openapi.yaml").expect(200).body());
            assertThat(operations).hasSizeGreaterThan(35);
            for (String operation : operations) {
                String[] words = operation.split(" ", -1);
                String path =
                        "/api/v1" + words[1].replace("{start}", "1").replaceAll("\\{\\w+}", "x");
                Person.Answer answer =
                        words[0].equals("get")
                                ? stranger.get(path)
                                : stranger.write(words[0].toUpperCase(Locale.ROOT), path, "{}");
                if (!OPEN.contains(operation)) {
                    answer.error(401, "NotSignedIn");
                } else {
                    assertThat(answer.response().statusCode())
                            .describedAs(operation)
                            .isNotEqualTo(404);
                }
            }
        }
    }

    private static List<String> operations(String document) {
        List<String> operations = new ArrayList<>();
        String path = "";
        for (String line : document.lines().toList()) {
            Matcher isPath = PATH.matcher(line);
            Matcher isMethod = METHOD.matcher(line);
            if (isPath.matches()) {
                path = isPath.group(1);
            } else if (isMethod.matches()) {
                operations.add(isMethod.group(1) + " " + path);
            }
        }
        return operations;
    }
}
