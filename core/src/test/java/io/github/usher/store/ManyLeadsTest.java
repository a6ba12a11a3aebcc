package io.github.usher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.FormFields;
import io.github.usher.submission.Selection;
import io.github.usher.submission.State;
import io.github.usher.submission.StoreException;
import io.github.usher.submission.Submission;
import io.github.usher.submission.Submissions;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 leads of 10 KB in a process with 64 MB of heap: nothing is ever read as a whole. */
class ManyLeadsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LEADS = 20_000;
    private static final int BYTES = 10_000;
    private static final int AT_ONCE = 100;

    @TempDir
    private Path folder;

    @Test
    void twenty_thousand_leads_of_ten_kilobytes_pass_through_a_heap_of_64_megabytes() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyLeadsTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
            assertThat(new File(folder.toFile(), "output")).content().contains("seen " + LEADS + ", due " + LEADS);
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (var store = TestStores.embedded(Path.of(arguments[0], "store"), Clock.systemUTC())) {
            for (int first = 0; first < LEADS; first += AT_ONCE) {
                save(store, first);
            }
            var seen = new AtomicInteger();
            store.each(Selection.all().newestFirstOfAll(), submission -> seen.incrementAndGet() > 0);
            var due = new AtomicInteger();
            store.each(Selection.due(Instant.MAX), submission -> due.incrementAndGet() > 0);
            store.counts();
            store.takeUp();
            System.out.println("seen " + seen + ", due " + due + ", forgotten "
                    + store.forget(State.WAITING, NOON.plusSeconds(LEADS)) + ", file "
                    + store.room().used());
        }
    }

    private static void save(JdbcStore store, int first) throws StoreException {
        store.transactions().write(connection -> {
            for (int i = first; i < first + AT_ONCE; i++) {
                store.rows(connection).insert(lead(i), Sealed.of(lead(i), store.seal()), null);
                store.keys(connection).addToken("S" + i, "hash-" + i);
                store.keys(connection).addEmails(lead(i));
            }
            return first;
        });
    }

    private static Submission lead(int i) {
        var like = Submissions.waiting("S" + i, NOON.plusSeconds(i), Map.of("Email", i + "@ae.example"));
        var kept = FormFields.builder().add("message", "x".repeat(BYTES)).build();
        return new Submission(
                "S" + i,
                "contact",
                like.acceptedAt(),
                like.request(),
                kept,
                like.plan(),
                like.sitePage(),
                List.of(),
                like.progress());
    }
}
