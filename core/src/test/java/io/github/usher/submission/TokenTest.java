package io.github.usher.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @Test
    void a_token_has_160_random_bits_in_27_url_safe_letters() {
        var random = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            var text = Token.random(random).text();
            assertThat(text).matches("[A-Za-z0-9_-]{27}");
            assertThat(Token.isPlausible(text)).isTrue();
            seen.add(text);
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void a_token_shows_itself_neither_as_text_nor_in_its_hash() {
        var token = new Token("abcdefghijklmnopqrstuvwxyz0");

        assertThat(token).hasToString("Token");
        assertThat(token.hash()).doesNotContain(token.text()).hasSize(43);
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
