package io.dure.engines.objects.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNamesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "my.bucket-1",
                "123",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void namesThatS3Takes(String name) {
        assertThat(BucketNames.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Upper",
                "under_score",
                "a..b",
                "192.168.5.4",
                "-dash",
                "dash-",
                ".dot",
                "xn--x",
                "x-s3alias",
                "한글",
                "a b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void namesThatS3DoesNotTake(String name) {
        assertThat(BucketNames.isValid(name)).isFalse();
    }
}
