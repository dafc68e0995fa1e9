package dev.moka.hub.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelNamesTest {

    @ParameterizedTest
    @CsvSource({
        "data/train.csv, data/train.csv, train.csv",
        "data/train/, data/train/a.csv, a.csv",
        "data/train, data/train/2026/a.csv, 2026/a.csv",
        "data/tr, data/train/a.csv, train/a.csv",
        "'', a/b.csv, a/b.csv"
    })
    void aFileIsNamedByWhatFollowsThePrefix(String prefix, String key, String name) {
        assertThat(ChannelDownload.name(prefix, key)).isEqualTo(name);
    }

    @Test
    void everyRegistryAndVersionLeadsToTheAlgorithm() {
        ImageUris images = ImageUris.load();

        assertThat(
                        images.find(
                                "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"))
                .get()
                .extracting(ImageUris.Algorithm::name)
                .isEqualTo("xgboost");
        assertThat(
                        images.find(
                                "451049120500.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-xgboost:1.5-1"))
                .isPresent();
        assertThat(images.find("811284229777.dkr.ecr.us-east-1.amazonaws.com/xgboost:1"))
                .isPresent();
        assertThat(images.find("123456789012.dkr.ecr.us-east-1.amazonaws.com/mine:latest"))
                .isEmpty();
        assertThat(images.find("xgboost").orElseThrow().metrics()).hasSize(33).contains("auc");
    }
}
