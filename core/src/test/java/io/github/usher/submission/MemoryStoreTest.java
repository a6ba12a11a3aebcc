package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends SubmissionStoreContract {
    @Override
    protected SubmissionStore open(InstantSource clock) {
        return new MemoryStore(1_000, clock);
    }

    @Nested
    class Room {
        private final MemoryStore small = new MemoryStore(100, () -> now);

        @Test
        void when_it_is_full_the_oldest_that_is_done_makes_room() throws Exception {
            fill(100);
            small.update("S3", progress -> Progress.first(State.ROUTED, "Routed.", now));

            small.save(Submissions.waiting("NEW", now, Map.of()), repeats("NEW"), null);

            assertThat(small.byId("S3")).isEmpty();
            assertThat(small.byId("NEW")).isPresent();
        }

        @Test
        void when_it_is_full_of_leads_that_still_must_go_it_refuses_and_loses_none() throws Exception {
            fill(100);

            assertThatThrownBy(() -> small.save(Submissions.waiting("NEW", now, Map.of()), repeats("NEW"), null))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("holds 100 leads that have not reached Chili Piper yet");
            assertThat(small.counts().waiting()).isEqualTo(100);
        }

        private void fill(int count) throws StoreException {
            for (int i = 0; i < count; i++) {
                small.save(Submissions.waiting("S" + i, now.plusSeconds(i), Map.of()), repeats("S" + i), null);
            }
        }
    }
}
