package io.github.usher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaVersionTest {
    @ParameterizedTest
    @CsvSource({"1.8, 8", "9, 9", "11, 11", "17, 17", "25, 25"})
    void the_feature_number_is_read_from_the_name_of_the_specification(String specification, int feature) {
        assertThat(JavaVersion.feature(specification)).isEqualTo(feature);
    }
}
