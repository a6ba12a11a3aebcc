package io.github.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereItRunsTest {
    @ParameterizedTest
    @CsvSource({
        "/opt/tomcat/conf/usher/shop.yaml, /opt/tomcat, shop",
        "/opt/tomcat/conf/usher/a#b.yaml, /opt/tomcat, a#b",
        "/opt/tomcat/conf/usher/www.example.com/shop.yaml, /opt/tomcat, www.example.com/shop",
        "/opt/tomcat/conf/usher/localhost/ROOT.yaml, /opt/tomcat, ROOT",
        "/opt/tomcat/webapps/shop/WEB-INF/usher.yaml, /opt/tomcat, shop",
        "/opt/tomcat/webapps/shop##12/WEB-INF/usher.yaml, /opt/tomcat, shop",
        "/home/ada/usher.yaml, , ROOT",
        "/usher.yaml, , ROOT"
    })
    void the_place_of_the_config_tells_tomcat_and_application(
            String config, @Nullable String tomcat, String application) {
        assertThat(WhereItRuns.of(Path.of(config)))
                .isEqualTo(new WhereItRuns(tomcat == null ? null : Path.of(tomcat), application));
    }
}
