package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @Test
    void a_token_has_160_random_bits_in_27_url_safe_letters_after_the_moment_of_its_submission() {
        var random = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var text = Token.of("MA3VQ0ZT4XNE", random).text();
            assertThat(text).matches("MA3VQ0ZT[A-Za-z0-9_-]{27}");
            assertThat(Token.isPlausible(text)).isTrue();
            seen.add(text);
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void a_token_shows_itself_neither_as_text_nor_in_its_hash() {
        var token = new Token("MA3VQ0ZTabcdefghijklmnopqrstuvwxyz0");

        assertThat(token).hasToString("Token");
        assertThat(token.hash()).doesNotContain("abcdef").hasSize(51);
    }

    @Test
    void hashes_of_submissions_that_came_together_begin_alike() {
        var token = new Token("MA3VQ0ZTabcdefghijklmnopqrstuvwxyz0");

        assertThat(token.hash()).startsWith("MA3VQ0ZT");
    }

    @Test
    void the_moment_of_a_token_is_of_no_use_without_it() {
        var token = new Token("MA3VQ0ZTabcdefghijklmnopqrstuvwxyz0");

        assertThat(new Token("MA3VQ0ZSabcdefghijklmnopqrstuvwxyz0").hash())
                .isNotEqualTo("MA3VQ0ZS" + token.hash().substring(8));
    }

    @Test
    void what_a_visitor_made_up_is_looked_up_in_vain_however_short_it_is() {
        assertThat(new Token("a").hash()).hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "a b", "ä", "a%20b", "a.b"})
    void what_cannot_be_a_token_is_not_even_looked_up(String text) {
        assertThat(Token.isPlausible(text)).isFalse();
    }

    @Test
    void a_text_of_many_letters_is_not_looked_up() {
        assertThat(Token.isPlausible("a".repeat(65))).isFalse();
    }
}
