package io.github.usher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.UrlPattern;
import io.github.usher.template.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormMatcherTest {
    @Test
    void the_most_exact_pattern_comes_first_then_the_order_of_the_config() {
        var matcher = matcher("/*", "*.do", "/shop/*", "/shop/contact/*", "/shop/contact/send.do", "*.do");

        assertThat(names(matcher.candidates("/shop/contact/send.do", "POST")))
                .containsExactly("form4", "form3", "form2", "form0", "form1", "form5");
    }

    @Test
    void a_prefix_ends_where_a_part_of_the_path_does() {
        var matcher = matcher("/shop/*");

        assertThat(matcher.candidates("/shop", "POST")).hasSize(1);
        assertThat(matcher.candidates("/shop/", "POST")).hasSize(1);
        assertThat(matcher.candidates("/shopping", "POST")).isEmpty();
    }

    @Test
    void another_method_is_no_forms() {
        var matcher = matcher("/contact.do");

        assertThat(matcher.takes("GET")).isFalse();
        assertThat(matcher.candidates("/contact.do", "GET")).isEmpty();
    }

    /** Few letters, so that much fits; long ones too, of which not every letter is looked at first. */
    @Property(tries = 500)
    void every_path_finds_the_forms_whose_patterns_fit_it(@ForAll long seed) {
        var random = new Random(seed);
        var patterns = IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(number -> pattern(random))
                .toList();
        var matcher = new FormMatcher(forms(patterns));
        var paths = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(number -> path(random, 1 + random.nextInt(5)))
                .toList());
        patterns.forEach(pattern -> paths.add(pattern.replace("/*", "").replace("*", "/a")));

        for (var path : paths) {
            var fitting = IntStream.range(0, patterns.size())
                    .filter(number -> UrlPattern.parse(patterns.get(number)).matches(path))
                    .mapToObj(number -> "form" + number)
                    .toList();
            assertThat(names(matcher.candidates(path, "POST")))
                    .as(path + " of " + patterns)
                    .containsExactlyInAnyOrderElementsOf(fitting);
        }
    }

    @Test
    void a_request_of_no_form_makes_no_garbage() {
        var matcher = matcher(IntStream.range(0, 200)
                .mapToObj(number -> List.of(
                                "/forms/contact" + number + ".jsp", "/apps/enquiry" + number + "/*", "*.do" + number)
                        .get(number % 3))
                .toArray(String[]::new));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var path = "/shop/basket/update.jsp";
        int found = 0;
        found += matcher.candidates(path, "POST").size();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            found += matcher.candidates(path, "POST").size();
        }
        long made = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(found).isZero();
        assertThat(made).isLessThan(10_000);
    }

    private static String pattern(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "*." + letters(random, 1 + random.nextInt(12));
            case 1 -> path(random, 1 + random.nextInt(3)) + "/*";
            case 2 -> "/*";
            default -> path(random, 1 + random.nextInt(4));
        };
    }

    private static String path(Random random, int parts) {
        var path = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            path.append('/').append(letters(random, random.nextInt(9)));
        }
        return random.nextInt(3) == 0 ? path + "." + letters(random, 1 + random.nextInt(2)) : path.toString();
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'c' + (random.nextInt(9) == 0 ? 20 : 0))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static FormMatcher matcher(String... patterns) {
        return new FormMatcher(forms(List.of(patterns)));
    }

    private static List<String> names(List<FormConfig> forms) {
        return forms.stream().map(FormConfig::name).toList();
    }

    private static List<FormConfig> forms(List<String> patterns) {
        var text = new StringBuilder("mode: send\nchilipiper:\n  platform: legacy\n  tenant: acme\nforms:\n");
        for (int i = 0; i < patterns.size(); i++) {
            text.append("  form" + i + ":\n    path: \"" + patterns.get(i) + "\"\n    accepted-when:\n"
                    + "      redirect: /thanks.jsp\n    router: inbound\n    lead:\n      LastName: ${last_name}\n");
        }
        try {
            var file = Files.writeString(Files.createTempFile("usher", ".yaml"), text);
            try {
                Environment none = name -> null;
                return Objects.requireNonNull(new ConfigReader(none).read(file).config())
                        .forms();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
