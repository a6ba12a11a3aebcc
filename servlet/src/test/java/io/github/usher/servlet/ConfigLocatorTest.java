package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.servlet.ConfigLocation.Found;
import io.github.usher.servlet.ConfigLocation.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLocatorTest {
    @TempDir
    Path folder;

    private Path base;
    private KnownSurroundings surroundings;

    @BeforeEach
    void aTomcatWithAnApplicationNamedShop() throws IOException {
        base = folder.resolve("tomcat");
        Files.createDirectories(base.resolve("conf"));
        surroundings = new KnownSurroundings(base, folder.resolve("app"));
    }

    @Nested
    class Order {
        @Test
        void each_place_gives_way_to_the_one_before_it() throws IOException {
            var inWar = write("app/WEB-INF/usher.yaml");
            assertThat(found()).isEqualTo(inWar);

            var ofContext = write("tomcat/conf/usher/shop.yaml");
            assertThat(found()).isEqualTo(ofContext);

            var ofHost = write("tomcat/conf/usher/localhost/shop.yaml");
            assertThat(found()).isEqualTo(ofHost);

            var ofSystem = write("system.yaml");
            surroundings.systemProperties.put("usher.config", ofSystem.toString());
            assertThat(found()).isEqualTo(ofSystem);

            var ofApplication = write("context-param.yaml");
            surroundings.contextParams.put("usher.config", ofApplication.toString());
            assertThat(found()).isEqualTo(ofApplication);

            var ofFilter = write("init-param.yaml");
            surroundings.initParams.put("usher.config", ofFilter.toString());
            assertThat(found()).isEqualTo(ofFilter);
        }

        @Test
        void files_that_are_not_read_are_named_in_a_hint() throws IOException {
            write("tomcat/conf/usher/localhost/shop.yaml");
            write("app/WEB-INF/usher.yaml");
            assertThat(hint()).isEqualTo("WEB-INF/usher.yaml is there too, and is not read.");

            write("tomcat/conf/usher/shop.yaml");
            assertThat(hint())
                    .isEqualTo("conf/usher/shop.yaml and WEB-INF/usher.yaml are there too, and are not read.");
        }

        @Test
        void the_file_that_counts_is_not_in_the_hint() throws IOException {
            write("app/WEB-INF/usher.yaml");
            assertThat(hint()).isEmpty();

            surroundings.contextParams.put("usher.config", "/WEB-INF/usher.yaml");
            assertThat(hint()).isEmpty();
        }

        private String hint() {
            return ((Found) locate()).hint();
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @CsvSource({
            "'', ROOT",
            "/shop, shop",
            "/a/b/c, a#b#c",
            "/shop##2, shop",
            "##2, ROOT",
            "/a/b##20260101, a#b",
            "/Grüße, Grüße"
        })
        void a_file_is_named_after_the_context_without_its_version(String contextPath, String name) throws IOException {
            surroundings.contextPath = contextPath;
            var file = write("tomcat/conf/usher/" + name + ".yaml");
            assertThat(found()).isEqualTo(file);
        }

        @ParameterizedTest
        @CsvSource({"Catalina/localhost, localhost", "www.acme.example, www.acme.example", "Main/a.example, a.example"})
        void the_host_is_the_last_part_of_the_virtual_server_name(String server, String host) throws IOException {
            surroundings.virtualServerName = server;
            write("tomcat/conf/usher/shop.yaml");
            var file = write("tomcat/conf/usher/" + host + "/shop.yaml");
            assertThat(found()).isEqualTo(file);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "Catalina/", "..", "Catalina/..", "a\\b", "[::1]"})
        void without_a_usable_host_name_only_the_context_counts(String server) throws IOException {
            surroundings.virtualServerName = server;
            var file = write("tomcat/conf/usher/shop.yaml");
            assertThat(found()).isEqualTo(file);
        }
    }

    @Nested
    class NamedBySetting {
        @Test
        void an_embedded_tomcats_folder_for_temporary_files_is_no_catalina_base() throws IOException {
            Files.delete(base.resolve("conf"));
            surroundings.systemProperties.put("usher.config", "pom.xml");

            assertThat(locate()).isEqualTo(new Found(Path.of("pom.xml").toAbsolutePath(), java.util.List.of()));
        }

        @Test
        void a_relative_path_starts_at_catalina_base() throws IOException {
            var file = write("tomcat/conf/leads.yaml");
            surroundings.contextParams.put("usher.config", "conf/leads.yaml");
            assertThat(found()).isEqualTo(file);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/WEB-INF/conf/leads.yaml", "WEB-INF/conf/leads.yaml"})
        void a_path_into_WEB_INF_is_meant_inside_the_application(String value) throws IOException {
            var file = write("app/WEB-INF/conf/leads.yaml");
            surroundings.contextParams.put("usher.config", value);
            assertThat(found()).isEqualTo(file);
        }

        @Test
        void a_file_url_is_taken_as_a_path() throws IOException {
            var file = write("leads.yaml");
            surroundings.systemProperties.put("usher.config", "file:" + file);
            assertThat(found()).isEqualTo(file);
            surroundings.systemProperties.put("usher.config", "file://" + file);
            assertThat(found()).isEqualTo(file);
        }

        @Test
        void a_blank_setting_is_none() throws IOException {
            var file = write("app/WEB-INF/usher.yaml");
            surroundings.contextParams.put("usher.config", "  ");
            assertThat(found()).isEqualTo(file);
        }

        @Test
        void a_file_that_is_not_there_is_a_mistake_and_no_other_file_is_taken_instead() throws IOException {
            write("app/WEB-INF/usher.yaml");
            surroundings.contextParams.put("usher.config", "conf/leads.yaml");
            assertThat(locate())
                    .isEqualTo(new NotFound(
                            "the context-param usher.config names conf/leads.yaml, that is "
                                    + base.resolve("conf/leads.yaml") + ", which is not there.",
                            true));
        }

        @Test
        void a_folder_is_a_mistake() throws IOException {
            Files.createDirectories(base.resolve("conf"));
            surroundings.systemProperties.put(
                    "usher.config", base.resolve("conf").toString());
            assertThat(reason())
                    .isEqualTo(
                            "the system property usher.config names " + base.resolve("conf") + ", which is a folder.");
        }

        @Test
        void what_is_no_path_at_all_is_a_mistake() {
            surroundings.initParams.put("usher.config", "a\0b");
            assertThat(reason())
                    .startsWith("the init-param usher.config names ")
                    .endsWith("which is not there.");
        }
    }

    @Nested
    class NoneFound {
        @Test
        void says_what_was_looked_for() {
            assertThat(locate())
                    .isEqualTo(new NotFound("found neither conf/usher/shop.yaml nor WEB-INF/usher.yaml.", false));
        }

        @Test
        void outside_tomcat_there_is_one_place_only() {
            surroundings = new KnownSurroundings(null, folder.resolve("app"));
            assertThat(reason()).isEqualTo("found no WEB-INF/usher.yaml.");
        }

        @ParameterizedTest
        @CsvSource({
            "app/WEB-INF/usher.yml, WEB-INF/usher.yml",
            "tomcat/conf/usher/shop.yml, conf/usher/shop.yml",
            "tomcat/conf/usher/localhost/shop.yml, conf/usher/localhost/shop.yml"
        })
        void a_file_that_ends_in_yml_gets_a_hint(String file, String name) throws IOException {
            write(file);
            assertThat(reason()).endsWith(" There is " + name + ": its name must end in .yaml.");
        }

        @ParameterizedTest
        @CsvSource({
            "app/WEB-INF/classes/usher.yaml, WEB-INF/classes/usher.yaml",
            "tomcat/conf/usher.yaml, conf/usher.yaml"
        })
        void a_file_beside_the_right_place_gets_a_hint(String file, String name) throws IOException {
            write(file);
            assertThat(reason()).endsWith(" There is " + name + ", which is not read there.");
        }

        @Test
        void a_shared_jar_gets_a_hint() {
            surroundings.sharedJar = true;
            assertThat(reason()).contains("The jar is shared by all applications");
        }
    }

    private ConfigLocation locate() {
        return new ConfigLocator(surroundings).locate();
    }

    private Path found() {
        return ((Found) locate()).file();
    }

    private String reason() {
        return ((NotFound) locate()).reason();
    }

    private Path write(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "mode: observe\n");
    }
}
