package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Nth sync or write of each thread fails with an input/output error, for N from 1 to {@code -Dusher.bad-disk.calls},
 * by default 40.
 */
@Tag("long")
class BadDiskTest {
    private static final int MOST = Integer.getInteger("usher.bad-disk.calls", 40);
    private static final Duration ONE_RUN = Duration.ofMinutes(1);
    private static final String KEEPER = "usher-store";
    private static final Pattern SAID = Pattern.compile("write\\(1, \"((kept|refused) S\\d+)");

    @TempDir
    private Path folder;

    private int hits;
    private int refusals;
    private int setAside;

    @BeforeAll
    static void needsStrace() {
        assumeTrue(
                Commands.succeeds("strace", "-o", "/dev/null", "true"),
                "This test makes a disk fail with strace. On Debian: apt-get install strace");
    }

    @Test
    void a_sync_that_fails_is_a_refusal_its_file_is_not_trusted_again_and_what_was_kept_stays() throws Exception {
        fail("fsync,fdatasync");
    }

    @Test
    void a_write_that_fails_is_a_refusal_its_file_is_not_trusted_again_and_what_was_kept_stays() throws Exception {
        fail("pwrite64");
    }

    private void fail(String calls) throws Exception {
        for (int n = 1; n <= MOST; n++) {
            failAt(calls, n);
        }
        System.out.printf(
                "Input/output error at %s number 1 to %d: %d failed calls, %d saves refused, %d files set aside, nothing"
                        + " lost%n",
                calls, MOST, hits, refusals, setAside);
        assertThat(hits).isGreaterThanOrEqualTo(MOST);
    }

    private void failAt(String calls, int n) throws Exception {
        var tomcat = Files.createDirectory(folder.resolve(calls.replace(",", "-") + n));
        var trace = tomcat.resolve("trace");
        var process = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-Y",
                        "-qq",
                        "--seccomp-bpf",
                        "-o",
                        trace.toString(),
                        "-e",
                        "trace=write," + calls,
                        "-e",
                        "inject=" + calls + ":error=EIO:when=" + n,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavesOnABadDisk.class.getName(),
                        tomcat.toString())
                .redirectOutput(tomcat.resolve("output").toFile())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(ONE_RUN.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var output = Files.readAllLines(tomcat.resolve("output"));
        assertThat(output).as(calls + " " + n).contains("end");
        checkRefusals(calls + " " + n, Files.readAllLines(trace));
        checkKept(calls + " " + n, tomcat, output);
    }

    /** Whoever saves while the disk fails is told so. What fails while the file is opened again is not his. */
    private void checkRefusals(String what, List<String> trace) {
        var ofSaves = new ArrayList<String>();
        boolean failed = false;
        boolean begun = false;
        for (var line : trace) {
            if (line.contains("(INJECTED)")) {
                hits++;
                failed |= begun && !line.contains(KEEPER);
            }
            var said = SAID.matcher(line);
            if (said.find()) {
                begun = true;
                refusals += said.group(2).equals("refused") ? 1 : 0;
                if (failed) {
                    ofSaves.add(said.group(2));
                    failed = false;
                }
            }
        }
        assertThat(ofSaves).as(what).doesNotContain("kept");
    }

    private void checkKept(String what, Path tomcat, List<String> output) throws Exception {
        var kept = new TreeSet<String>();
        output.stream().filter(line -> line.startsWith("kept ")).forEach(line -> kept.add(line.substring(5)));
        var site = tomcat.resolve("usher/ROOT");
        try (var store = new SiteStore(TestStores.site(tomcat), Clock.systemUTC(), Duration.ofMillis(20))) {
            store.use(TestStores.config(null));
            SiteStoreTest.await(() ->
                    store.counts().waiting() > 0 && BrokenFiles.unread(site).isEmpty());
            for (var id : kept) {
                assertThat(store.byId(id)).as(what + ": " + id).isPresent();
            }
        }
        assertThat(kept).as(what).hasSizeGreaterThan(SavesOnABadDisk.SAVES / 2);
        setAside += setAside(site);
    }

    private static int setAside(Path site) throws IOException {
        try (var files = Files.list(site)) {
            return (int) files.filter(file -> file.getFileName().toString().contains("set-aside"))
                    .count();
        }
    }
}
