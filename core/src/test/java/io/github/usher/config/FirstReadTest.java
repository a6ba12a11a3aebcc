package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstReadTest {
    @Test
    void reads_all_of_a_config_and_finds_nothing_wrong_with_it() {
        var read = FirstRead.read();

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.config()).isNotNull();
    }
}
