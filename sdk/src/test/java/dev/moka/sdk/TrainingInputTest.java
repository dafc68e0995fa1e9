package dev.moka.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.sdk.TrainingInput.InputMode;
import dev.moka.sdk.TrainingInput.S3DataType;
import dev.moka.sdk.s3.S3Uri;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrainingInputTest {
    private static final S3Uri DATA = S3Uri.parse("s3://my-bucket/train/");

    @Test
    void whatIsNotSaidIsAsSageMakerHasIt() {
        TrainingInput input = TrainingInput.of(DATA);
        assertThat(input.s3DataType().value()).isEqualTo("S3Prefix");
        assertThat(input.distribution().value()).isEqualTo("FullyReplicated");
        assertThat(input.compression().value()).isEqualTo("None");
        assertThat(input.contentType()).isNull();
    }

    @Test
    void eachPartCanBeSaid() {
        TrainingInput input =
                TrainingInput.of(DATA)
                        .withContentType("text/csv; label_size=1")
                        .withInputMode(InputMode.FAST_FILE)
                        .withShuffleSeed(7);
        assertThat(input.contentType()).isEqualTo("text/csv; label_size=1");
        assertThat(input.inputMode()).isEqualTo(InputMode.FAST_FILE);
        assertThat(input.shuffleSeed()).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void attributesAreForAugmentedManifests() {
        assertThat(TrainingInput.ofAugmentedManifest(DATA, "source-ref", "label").attributeNames())
                .containsExactly("source-ref", "label");
        assertThatThrownBy(() -> TrainingInput.ofAugmentedManifest(DATA))
                .hasMessageContaining("needs the names of its attributes");
        assertThatThrownBy(() ->
                        TrainingInput.ofAugmentedManifest(DATA, "a")
                                .withS3DataType(S3DataType.S3_PREFIX))
                .hasMessageContaining("not for S3Prefix");
    }
}
