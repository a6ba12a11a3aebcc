package io.github.usher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("contact.jsp"), """
                <form method="post" action="/contact.do"><p>First name <input name="first"></p>
                <p>Last name <input name="last"></p><p>E-mail <input name="mail"></p></form>""");
        Files.writeString(folder.resolve("search.html"), "<form action='/find'><input name='q'></form>");
    }

    private int run(String... args) {
        var printed = new ByteArrayOutputStream();
        var said = new ByteArrayOutputStream();
        int code = UsherCommand.run(
                args,
                new PrintStream(printed, true, UTF_8),
                new PrintStream(said, true, UTF_8),
                InputStream.nullInputStream());
        out = printed.toString(UTF_8);
        err = said.toString(UTF_8);
        return code;
    }

    @Test
    void the_config_is_the_only_thing_on_standard_output_and_passes_check() throws IOException {
        assertThat(run("scan", folder.toString())).isZero();
        var config = Files.writeString(folder.resolve("usher.yaml"), out);

        assertThat(err.strip()).isEqualTo("2 pages were read, 1 lead form found.");
        assertThat(run("check", config.toString())).as(out).isZero();
        assertThat(out).contains("0 mistakes", "1 test passed", "1 form (contact)");
    }

    @Test
    void json_is_for_scripts() throws IOException {
        assertThat(run("scan", "--json", folder.resolve("contact.jsp").toString()))
                .isZero();

        var form = new ObjectMapper().readTree(out).get("forms").get(0);
        assertThat(form.get("file").asText()).isEqualTo("contact.jsp");
        assertThat(form.get("acceptedWhen").isNull()).isTrue();
        assertThat(form.get("fields").get(2).get("lead").asText()).isEqualTo("Email");
    }

    @Test
    void a_site_without_a_lead_form_is_a_finding() {
        assertThat(run("scan", folder.resolve("search.html").toString())).isEqualTo(1);
        assertThat(out).contains("# No form asks for a name");
    }

    @Test
    void a_path_that_is_not_there_is_an_error() {
        assertThat(run("scan", folder.resolve("none.war").toString())).isEqualTo(2);
        assertThat(err).contains("none.war does not exist.");
    }
}
