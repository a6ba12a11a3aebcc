package io.github.usher.behaviour;

import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.FakeChiliPiper.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Keeps book of each lead that reaches the routing API: when it came, and whether it was answered well. */
final class LeadBook {
    private static final Pattern NAME = Pattern.compile("\"LastName\"\\s*[:,]\\s*\"([^\"]+)\"");

    private final FakeChiliPiper api;
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();
    private volatile Supplier<Manner> manner = () -> Manner.GOOD;

    LeadBook(FakeChiliPiper api) {
        this.api = api;
        api.answer(this::answer);
    }

    /** @param next asked for each call */
    void answers(Supplier<Manner> next) {
        manner = next;
    }

    private Answer answer(FakeChiliPiper.Call asked) {
        var name = name(asked.body());
        if (name.isEmpty()) {
            return api.calendar();
        }
        var how = manner.get();
        var began = System.nanoTime();
        if (how == Manner.SLOW) {
            LockSupport.parkNanos(1_000_000_000L);
        }
        calls.computeIfAbsent(name.get(), lead -> new CopyOnWriteArrayList<>())
                .add(new Call(began, System.nanoTime(), how != Manner.FAILING));
        return how == Manner.FAILING ? new Answer(503, "text/plain", "") : api.calendar();
    }

    /** The last name in a lead's JSON, as the API or the store has it. */
    static Optional<String> name(String json) {
        var name = NAME.matcher(json);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Whether that lead was ever answered well. */
    boolean arrived(String name) {
        return calls.getOrDefault(name, List.of()).stream().anyMatch(Call::well);
    }

    List<String> missing(Set<String> names) {
        return names.stream().filter(name -> !arrived(name)).sorted().toList();
    }

    /** Those that were sent again after a good answer, with the first of those answers. */
    Map<String, Call> sentAgain() {
        var again = new ConcurrentHashMap<String, Call>();
        calls.forEach((name, all) -> {
            var good = new ArrayList<>(all).stream().filter(Call::well).toList();
            if (good.size() > 1) {
                again.put(name, good.get(0));
            }
        });
        return again;
    }

    int count() {
        return calls.values().stream().mapToInt(List::size).sum();
    }

    /** How a call is answered. */
    enum Manner {
        GOOD,
        SLOW,
        FAILING
    }

    /** One call, from its arrival to its answer, in {@link System#nanoTime()}. */
    record Call(long began, long answered, boolean well) {}
}
