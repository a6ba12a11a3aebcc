package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSiteTest {
    @TempDir
    Path base;

    @Test
    void a_tomcat_s_own_folder_holds_the_store() throws IOException {
        Files.createDirectory(base.resolve("conf"));

        assertThat(StoreSite.folderOfServer(Map.of("catalina.base", base.toString())::get))
                .contains(base);
    }

    @Test
    void the_folder_for_temporary_files_of_an_embedded_tomcat_holds_no_store() {
        assertThat(StoreSite.folderOfServer(Map.of("catalina.base", base.toString())::get))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty.base", "server.output.dir", "jboss.server.data.dir"})
    void the_own_folder_of_a_jetty_a_liberty_and_a_wildfly_holds_the_store(String property) {
        assertThat(StoreSite.folderOfServer(Map.of(property, base.toString())::get))
                .contains(base);
    }

    @Test
    void without_a_server_there_is_none() {
        assertThat(StoreSite.folderOfServer(name -> null)).isEmpty();
    }
}
