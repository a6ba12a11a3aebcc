package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The WAR as a site that installed Usher has it. */
class WarIT {
    private static final Path WAR = Path.of(System.getProperty("demo.war"));

    @Test
    void beside_the_site_s_own_jackson_there_is_the_one_jar_alone() throws IOException {
        try (var war = new ZipFile(WAR.toFile())) {
            assertThat(names(war))
                    .filteredOn(name -> name.matches("WEB-INF/lib/.+"))
                    .hasSize(4)
                    .anyMatch(name -> name.matches("WEB-INF/lib/usher-servlet-.*\\.jar"))
                    .anyMatch(name -> name.matches("WEB-INF/lib/jackson-core-.*\\.jar"))
                    .anyMatch(name -> name.matches("WEB-INF/lib/jackson-databind-.*\\.jar"))
                    .anyMatch(name -> name.matches("WEB-INF/lib/jackson-annotations-.*\\.jar"));
        }
    }

    @Test
    void the_jar_holds_all_that_it_needs_under_names_of_its_own() throws IOException {
        assertThat(namesInTheOneJar())
                .contains(
                        "io/github/usher/servlet/UsherFilter.class",
                        "io/github/usher/javax/UsherFilter.class",
                        "META-INF/tags/booking.tag",
                        "META-INF/usher.tld")
                .anyMatch(name -> name.startsWith("io/github/usher/config/"))
                .anyMatch(name -> name.startsWith("io/github/usher/shaded/com/fasterxml/jackson/databind/"))
                .noneMatch(name -> name.startsWith("com/fasterxml/"));
    }

    @Test
    void the_tag_is_in_the_jar_and_nowhere_else() throws IOException {
        try (var war = new ZipFile(WAR.toFile())) {
            assertThat(names(war)).noneMatch(name -> name.startsWith("WEB-INF/classes/META-INF/"));
        }
    }

    private static List<String> names(ZipFile war) {
        return war.stream().map(entry -> entry.getName()).toList();
    }

    private static List<String> namesInTheOneJar() throws IOException {
        try (var war = new ZipFile(WAR.toFile())) {
            var entry = war.stream()
                    .filter(each -> each.getName().startsWith("WEB-INF/lib/usher-servlet-"))
                    .findFirst()
                    .orElseThrow();
            var content = new ByteArrayInputStream(war.getInputStream(entry).readAllBytes());
            var names = new ArrayList<String>();
            try (var jar = new JarInputStream(content)) {
                for (JarEntry each = jar.getNextJarEntry(); each != null; each = jar.getNextJarEntry()) {
                    names.add(each.getName());
                }
            }
            return names;
        }
    }
}
