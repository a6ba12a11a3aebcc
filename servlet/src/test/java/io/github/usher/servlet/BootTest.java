package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootTest {
    @ParameterizedTest
    @CsvSource({"Apache Tomcat/9.0.117, Tomcat", "jetty/12.1.8, jetty", "Undertow - 2.3, Undertow - 2.3", "'', server"})
    void a_container_is_called_by_its_plain_name(String serverInfo, String name) {
        assertThat(Boot.containerName(serverInfo)).isEqualTo(name);
    }
}
