package io.github.usher.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFilesTest {
    @TempDir
    private Path folder;

    private Path war(Map<String, String> files) throws IOException {
        var war = folder.resolve("site.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return war;
    }

    private void file(String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    @Test
    void a_war_is_read_in_place() throws IOException {
        var war = war(Map.of("contact.jsp", "hello", "WEB-INF/web.xml", "<web-app/>"));
        try (var site = SiteFiles.open(war)) {
            assertThat(site.paths()).containsExactly("WEB-INF/web.xml", "contact.jsp");
            assertThat(site.serves("/contact.jsp")).isTrue();
            assertThat(site.serves("/other.jsp")).isFalse();
            assertThat(new String(site.read("contact.jsp"), UTF_8)).isEqualTo("hello");
        }
        assertThat(folder).isDirectoryContaining(war::equals);
    }

    @Test
    void the_sources_of_a_site_have_their_web_root_where_web_inf_lies() throws IOException {
        file("target/site/WEB-INF/web.xml");
        file("src/main/webapp/WEB-INF/web.xml");
        file("src/main/webapp/index.jsp");
        file("node_modules/x/index.html");
        try (var site = SiteFiles.open(folder)) {
            assertThat(site.webRoot()).isEqualTo("src/main/webapp/");
            assertThat(site.serves("/index.jsp")).isTrue();
            assertThat(site.paths()).noneMatch(path -> path.startsWith("node_modules"));
        }
    }

    @Test
    void one_page_by_itself_is_a_site_that_finds_what_lies_beside_it() throws IOException {
        file("page.jsp");
        file("header.jspf");
        try (var site = SiteFiles.open(folder.resolve("page.jsp"))) {
            assertThat(site.paths()).containsExactly("page.jsp");
            assertThat(site.serves("header.jspf")).isTrue();
            assertThat(site.serves("../header.jspf")).isFalse();
        }
    }

    @Test
    void what_is_not_there_or_no_war_is_said() throws IOException {
        file("broken.war");
        assertThatThrownBy(() -> SiteFiles.open(folder.resolve("none.war"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> SiteFiles.open(folder.resolve("broken.war")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.war is no WAR");
    }
}
