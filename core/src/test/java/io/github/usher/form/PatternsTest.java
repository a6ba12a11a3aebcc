package io.github.usher.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
    @ParameterizedTest
    @CsvSource({
        "/contact.do, /contact.do, true",
        "/contact.do, /Contact.do, false",
        "/contact.do, /contact.do/, false",
        "/forms/*, /forms, true",
        "/forms/*, /forms/a/b, true",
        "/forms/*, /formsheet, false",
        "/*, /anything, true",
        "*.do, /a/b.do, true",
        "*.do, /a.do/b, false",
        "*.do, /a.dot, false",
    })
    void a_url_pattern_matches_as_in_a_web_xml(String pattern, String path, boolean matches) {
        assertThat(UrlPattern.parse(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"contact.do, Write \"/contact.do\"", "/a/*/b, a * in its middle", "*.do/x, no extension pattern"})
    void what_is_no_url_pattern_is_refused_with_what_to_write(String pattern, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UrlPattern.parse(pattern))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "/thanks.jsp, /thanks.jsp, true",
        "/thanks*, /thanks/ada, true",
        "/*/done, /a/b/done, true",
        "*, '', true",
        "a*b*c, a--b--b--c, true",
        "a*b*c, a--b--b, false",
    })
    void a_star_stands_for_any_characters(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void a_place_inside_is_compared_by_path_and_one_with_a_scheme_by_its_whole_address() {
        assertThat(PlacePattern.of("/thanks").matches("/thanks", "https://shop.example/app/thanks"))
                .isTrue();
        assertThat(PlacePattern.of("/thanks").matches("", "https://elsewhere.example/thanks"))
                .isFalse();
        assertThat(PlacePattern.of("https://*.example/thanks").matches("", "https://elsewhere.example/thanks"))
                .isTrue();
    }

    @Test
    void the_worst_pattern_over_a_long_text_ends_soon() {
        var text = "a".repeat(20_000);

        assertThat(new Wildcard("*a*a*a*a*b").matches(text)).isFalse();
    }
}
