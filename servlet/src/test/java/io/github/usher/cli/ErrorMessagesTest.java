package io.github.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.store.StoreSite;
import io.github.usher.store.Stores;
import io.github.usher.submission.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of the command line, word by word: on standard error, with exit code 2 and nothing on standard output. */
class ErrorMessagesTest {
    private static final String CONFIG = """
            chilipiper:
              platform: legacy
              tenant: acme
            store:
              dir: FOLDER/store
            forms:
              contact:
                path: /contact.do
                accepted-when:
                  redirect: /thanks.jsp
                router: inbound
                lead:
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException, StoreException {
        var config = CONFIG.replace("FOLDER", folder.toString());
        Files.writeString(folder.resolve("usher.yaml"), config);
        Files.writeString(folder.resolve("wrong.yaml"), config.replace("/contact.do", "*.do"));
        Files.writeString(folder.resolve("env.yaml"), config.replace("tenant: acme", "tenant: ${env.USHER_NOT_SET}"));
        Files.writeString(folder.resolve("bad.env"), "no name here\n");
        Files.write(folder.resolve("latin.env"), "A=ä\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("dir"));
        Files.writeString(folder.resolve("broken.war"), "this is no zip");
        Files.writeString(folder.resolve("nowhere.yaml"), config.replace("/store", "/nowhere"));
        var read = Objects.requireNonNull(new ConfigReader(name -> null)
                .check(folder.resolve("usher.yaml"))
                .config());
        var site = new StoreSite("ROOT", null, folder, ErrorMessagesTest.class.getClassLoader());
        Stores.openNow(read.store(), site, InstantSource.system()).close();
    }

    /** What is typed, and the first line of what comes. DIR stands for the folder of the test. */
    static Stream<List<String>> errors() {
        return Stream.of(
                List.of("", "Which verb? One of "),
                List.of("chek", "Unmatched argument at index 0: 'chek'"),
                List.of("scan", "Missing required parameter: 'PATH'"),
                List.of("scan DIR/none.war", "DIR/none.war does not exist."),
                List.of("scan DIR/broken.war", "DIR/broken.war is no WAR: "),
                List.of("check", "Missing required parameter: 'CONFIG'"),
                List.of("check DIR/usher.yaml --jsn", "Unknown option: '--jsn'"),
                List.of("check DIR/none.yaml", "DIR/none.yaml does not exist."),
                List.of("check DIR/dir", "DIR/dir is no file."),
                List.of("check DIR/usher.yaml --env-file DIR/none.env", "DIR/none.env does not exist."),
                List.of("check DIR/usher.yaml --env-file DIR/bad.env", "bad.env:1 expected NAME=value."),
                List.of("check DIR/usher.yaml --env-file DIR/latin.env", "DIR/latin.env is not UTF-8."),
                List.of("check DIR/usher.yaml --war DIR/none.war", "--war DIR/none.war does not exist."),
                List.of(
                        "check DIR/usher.yaml --war DIR/broken.war",
                        "--war DIR/broken.war is neither a WAR nor a folder of one that can be read."),
                List.of("preview DIR/usher.yaml", "Missing required parameter: 'FORM'"),
                List.of(
                        "preview DIR/usher.yaml contcat",
                        "There is no form contcat in DIR/usher.yaml. There is contact."),
                List.of("preview DIR/usher.yaml contact Lovelace", "\"Lovelace\" is no name=value."),
                List.of("preview DIR/usher.yaml contact =x", "\"=x\" is no name=value."),
                List.of(
                        "preview DIR/wrong.yaml contact",
                        "wrong.yaml:8 path: a value that starts with * needs quotes. Write \"*.do\"."),
                List.of(
                        "send-test DIR/env.yaml contact",
                        "env.yaml:3 tenant: USHER_NOT_SET is set neither in the environment nor as a system property."),
                List.of(
                        "doctor DIR/usher.yaml --page www.example.com",
                        "--page www.example.com is no whole address. Write it as https://www.example.com/contact.jsp."),
                List.of(
                        "doctor DIR/usher.yaml --platform new",
                        "--platform new is unknown. It is legacy or demand-conversion."),
                List.of(
                        "doctor DIR/env.yaml",
                        "env.yaml:3 tenant: USHER_NOT_SET is set neither in the environment nor as a system property."),
                List.of("schema DIR/usher.yaml", "Unmatched argument at index 1: 'DIR/usher.yaml'"),
                List.of("submissions", "Which verb of submissions? One of list, show, retry, export, erase."),
                List.of("submissions lst", "Unmatched argument at index 1: 'lst'"),
                List.of(
                        "submissions list DIR/nowhere.yaml",
                        "There is no store in DIR/nowhere/ROOT. Say where the application runs: --tomcat FOLDER and"
                                + " --application NAME. Its start-up line names the store."),
                List.of(
                        "check DIR/nowhere.yaml --observed",
                        "There is no store in DIR/nowhere/ROOT. Say where the application runs: --tomcat FOLDER and"),
                List.of("submissions list DIR/none.yaml", "DIR/none.yaml does not exist."),
                List.of(
                        "submissions list DIR/usher.yaml --since yesterday",
                        "--since yesterday is no time. Write 30m, 2h or 2d for as long ago, a day as 2026-05-04, or"
                                + " 2026-05-04T10:00:00Z."),
                List.of(
                        "submissions list DIR/usher.yaml --state lost",
                        "There is no state \"lost\". There are observed, waiting, sending, routed, booked, cancelled,"
                                + " disqualified, not sent, needs you."),
                List.of(
                        "submissions list DIR/usher.yaml --most -1",
                        "--most -1 is no number of submissions. Write 100, or 0 for all."),
                List.of(
                        "submissions list DIR/usher.yaml --most many",
                        "Invalid value for option '--most': 'many' is not an int"),
                List.of("submissions show DIR/usher.yaml", "Missing required parameter: 'ID'"),
                List.of("submissions show DIR/usher.yaml ZZZZ", "There is no submission ZZZZ in this store."),
                List.of("submissions retry DIR/usher.yaml ZZZZ", "There is no submission ZZZZ in this store."),
                List.of(
                        "submissions retry DIR/usher.yaml 7Q4K --since 2d",
                        "Ids are given, and --since or --form too. Keep one of both."),
                List.of("submissions retry DIR/usher.yaml --json", "--json does not ask, so write --yes as well."),
                List.of("submissions erase DIR/usher.yaml", "Missing required option: '--email=ADDRESS'"),
                List.of("submissions erase DIR/usher.yaml --email ada", "--email holds no e-mail address."),
                List.of("submissions erase DIR/usher.yaml --email -", "--email holds no e-mail address."),
                List.of(
                        "submissions erase DIR/usher.yaml --email a@b.example --json",
                        "--json does not ask, so write --yes as well."));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_is_told_in_these_words(List<String> row) {
        var typed = row.get(0).replace("DIR", folder.toString());
        var args = typed.isEmpty() ? new String[0] : typed.split(" ");

        var run = CommandLineRun.of("", args);

        assertThat(run.err().lines().findFirst().orElse(""))
                .startsWith(row.get(1).replace("DIR", folder.toString()));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void the_manual_has_the_same_table() throws IOException {
        var manual = Files.readString(Path.of("../docs/command-line.md"));

        assertThat(errors())
                .allSatisfy(row -> assertThat(manual)
                        .containsPattern("\\| (`" + Pattern.quote(row.get(0).replace("DIR/", ""))
                                + "`|\\(nothing\\)) \\| "
                                + Pattern.quote(row.get(1).replace("DIR/", "").strip())));
    }

    /** Each message of a {@link UsageException} in the sources stands in the table above. */
    @Test
    void the_table_is_whole() throws IOException {
        var table = errors().map(row -> row.get(1)).toList();
        try (var sources = Files.list(Path.of("src/main/java/io/github/usher/cli"))) {
            for (var source : sources.toList()) {
                var text = Files.readString(source).replaceAll("\\s+", " ");
                for (var thrown : text.split("new UsageException\\(")) {
                    if (thrown.equals(text) || text.startsWith(thrown)) {
                        continue;
                    }
                    var literals = Arrays.stream(thrown.split(";")[0].split("\""))
                            .filter(part -> part.matches("[ A-Za-z-].*[a-z.]"))
                            .map(part -> part.replace("\\", "").strip())
                            .filter(part -> part.length() > 12)
                            .toList();
                    for (var literal : literals) {
                        assertThat(table.stream().anyMatch(row -> row.contains(literal)) || isElsewhere(literal))
                                .as(source.getFileName() + ": " + literal)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** What follows on another message, and what nobody can bring about at will. */
    private static boolean isElsewhere(String literal) {
        return literal.startsWith("The config has mistakes.")
                || literal.startsWith("Set what is missing, or name a file")
                || literal.startsWith("The answer cannot be read");
    }
}
