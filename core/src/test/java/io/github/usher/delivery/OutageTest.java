package io.github.usher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.submission.State;
import io.github.usher.submission.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An outage of an hour, and the rush after it. */
class OutageTest {
    private static final int WAITING = 5_000;

    private final VirtualTime time = new VirtualTime();
    private final Delivering delivering = new Delivering(time, 10_000);

    @Test
    void after_an_hour_without_the_api_5000_leads_go_oldest_first_five_a_second_and_no_visitor_waits_behind_them() {
        delivering.api.answerAlways(Delivering.DOWN);
        delivering.api.reachable = false;
        var names = new ArrayList<String>();
        for (int i = 0; i < WAITING; i++) {
            names.add("lead-" + i);
            delivering.submit("lead-" + i);
            time.pass(Duration.ofMillis(720));
        }
        delivering.api.asked.clear();
        delivering.store.largestPage = 0;

        delivering.api.answerAlways(Delivering.ROUTED);
        delivering.api.reachable = true;
        var back = time.getAsLong();
        var aSecond = new ArrayList<Integer>();
        var newOnes = new HashSet<String>();
        var waits = new ArrayList<Long>();
        while (delivering.store.kept().counts().waiting() > 0) {
            int before = delivering.api.asked.size();
            time.pass(Duration.ofSeconds(1));
            aSecond.add(delivering.api.asked.size() - before);
            if (aSecond.size() % 60 == 0) {
                waits.add(waitOfNewVisitor(newOnes));
            }
        }
        var took = Duration.ofNanos(time.getAsLong() - back);

        System.out.println("5,000 leads after an hour: the last " + took.toSeconds()
                + " s after the API was back, at most "
                + aSecond.stream().mapToInt(Integer::intValue).max().orElseThrow() + " a second, new visitors waited "
                + waits.stream().mapToLong(Long::longValue).max().orElseThrow() + " ns, at most "
                + delivering.store.largestPage + " leads in memory at once");
        var sent = delivering.api.asked.stream()
                .filter(name -> !newOnes.contains(name))
                .toList();
        // The first that went was one whose time had come by its own schedule, and showed that the API is back.
        names.remove(sent.get(0));
        assertThat(sent.subList(1, sent.size())).containsExactlyElementsOf(names);
        assertThat(aSecond).allMatch(count -> count <= 5);
        assertThat(took).isLessThan(Duration.ofSeconds(WAITING / 5 + 25));
        assertThat(waits).hasSizeGreaterThan(10).containsOnly(0L);
        assertThat(delivering.store.largestPage).isLessThanOrEqualTo(100);
    }

    private long waitOfNewVisitor(Set<String> newOnes) {
        long start = time.getAsLong();
        var name = "new-" + newOnes.size();
        newOnes.add(name);
        delivering.submit(name);
        assertThat(stored(name).state()).isEqualTo(State.ROUTED);
        return time.getAsLong() - start;
    }

    @Test
    void a_lead_is_tried_eleven_times_over_80_hours_and_then_needs_a_person() {
        var at = new ArrayList<Duration>();
        delivering.api.reachable = false;
        delivering.api.answer = request -> {
            at.add(Duration.ofNanos(time.getAsLong()));
            return java.util.concurrent.CompletableFuture.completedFuture(Delivering.DOWN);
        };

        delivering.submit("Ada");
        time.pass(Duration.ofHours(87));

        assertThat(at).hasSize(11);
        var scheduled = List.of("PT5S", "PT30S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
        for (int i = 0; i < scheduled.size(); i++) {
            var least = Duration.parse(scheduled.get(i));
            assertThat(at.get(i + 1).minus(at.get(i)))
                    .isBetween(least, least.plus(least.dividedBy(10)).plusSeconds(2));
        }
        assertThat(stored("Ada").state()).isEqualTo(State.NEEDS_YOU);
        assertThat(stored("Ada").progress().sentence()).endsWith("Fix it, then: submissions retry CONFIG Ada");
        assertThat(stored("Ada").progress().history()).hasSize(11);
    }

    @Test
    void a_rush_that_meets_the_next_outage_stops_and_goes_on_after_it() {
        delivering.api.answerAlways(Delivering.DOWN);
        for (int i = 0; i < 40; i++) {
            delivering.submit("lead-" + i);
            time.pass(Duration.ofMillis(10));
        }
        delivering.api.answerAlways(Delivering.ROUTED);
        time.pass(Duration.ofSeconds(9));
        int sent = 40 - delivering.store.kept().counts().waiting();
        delivering.api.answerAlways(Delivering.DOWN);
        delivering.api.reachable = false;
        time.pass(Duration.ofSeconds(60));
        int waiting = delivering.store.kept().counts().waiting();

        delivering.api.answerAlways(Delivering.ROUTED);
        delivering.api.reachable = true;
        time.pass(Duration.ofSeconds(60));

        assertThat(sent).isBetween(1, 39);
        assertThat(waiting).isEqualTo(40 - sent);
        assertThat(delivering.store.kept().counts().waiting()).isZero();
    }

    @Test
    void a_lead_that_fails_while_a_rush_is_on_waits_for_its_own_time() {
        delivering.api.answerAlways(Delivering.DOWN);
        for (int i = 0; i < 40; i++) {
            delivering.submit("lead-" + i);
            time.pass(Duration.ofMillis(10));
        }
        delivering.api.answerAlways(Delivering.ROUTED);
        while (delivering.store.kept().counts().waiting() > 5) {
            time.pass(Duration.ofMillis(500));
        }
        delivering.api.asked.clear();

        delivering.api.answerAlways(Delivering.DOWN);
        delivering.submit("of-another-host");
        delivering.api.answerAlways(Delivering.ROUTED);
        time.pass(Duration.ofSeconds(4));

        assertThat(delivering.api.asked).hasSizeGreaterThan(1).containsOnlyOnce("of-another-host");
        assertThat(delivering.store.kept().counts().waiting()).isEqualTo(1);
        time.pass(Duration.ofSeconds(4));
        assertThat(delivering.store.kept().counts().waiting()).isZero();
    }

    private Submission stored(String id) {
        return delivering.store.kept().byId(id).orElseThrow();
    }
}
