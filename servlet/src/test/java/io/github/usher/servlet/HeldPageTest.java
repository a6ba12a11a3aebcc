package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A request that is held until there is something to say. */
class HeldPageTest {
    private final List<String> done = new ArrayList<>();
    private final CompletableFuture<String> timer = new CompletableFuture<>();
    private final AsyncContext context = context();
    private final HeldPage page = new HeldPage(context, couldWait -> done.add("answered"));

    @Test
    void is_answered_and_ended_once_and_its_timer_with_it() {
        page.endsAt(timer);

        page.give();
        page.give();

        assertThat(done).containsExactly("answered", "ended");
        assertThat(timer).isCancelled();
    }

    @Test
    void whose_timer_comes_after_its_answer_ends_that_too() {
        page.give();

        page.endsAt(timer);

        assertThat(timer).isCancelled();
    }

    @Test
    void is_not_answered_after_the_visitor_has_left() {
        page.endsAt(timer);

        page.onError(new AsyncEvent(context));
        page.give();

        assertThat(done).isEmpty();
        assertThat(timer).isCancelled();
    }

    @Test
    void is_ended_without_an_answer_when_the_container_has_waited_long_enough() {
        page.onTimeout(new AsyncEvent(context));
        page.give();

        assertThat(done).containsExactly("ended");
    }

    private AsyncContext context() {
        return (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("complete")) {
                        done.add("ended");
                    }
                    return null;
                });
    }
}
