package dev.moka.protocol.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private static final String LINE = "[12]\ttrain-auc:0.91\tvalidation-auc:0.875";

    @Test
    void aTabIsShownAsSyslogWritesIt() {
        assertThat(LogLine.escaped(LINE))
                .isEqualTo("[12]#011train-auc:0.91#011validation-auc:0.875");
        assertThat(LogLine.escaped("no tab")).isEqualTo("no tab");
    }

    @Test
    void aMetricIsFoundByAwsPatternAndByAPlainOne() {
        Pattern aws = Pattern.compile(".*\\[[0-9]+\\].*#011validation-auc:(\\S+)");
        Pattern plain = Pattern.compile("\\tvalidation-auc:([0-9.]+)");
        assertThat(LogLine.metric(aws, LINE)).isEqualTo(0.875);
        assertThat(LogLine.metric(plain, LINE)).isEqualTo(0.875);
        Pattern first = Pattern.compile(".*\\[[0-9]+\\].*#011train-auc:(\\S+)");
        assertThat(LogLine.metric(first, LINE)).isEqualTo(0.91);
        assertThat(LogLine.metric(aws, "nothing here")).isNaN();
        assertThat(LogLine.metric(Pattern.compile("validation-auc"), LINE)).isNaN();
    }
}
