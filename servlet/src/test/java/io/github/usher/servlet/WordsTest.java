package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.form.AcceptedWhen.PageContains;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void a_text_is_shown_as_text_and_an_expression_between_slashes() {
        var either = List.of(Pattern.compile("Thank you.", Pattern.LITERAL), Pattern.compile("Ticket \\d+"));

        assertThat(Words.of(new PageContains(either)))
                .isEqualTo("a page of status 200 that contains \"Thank you.\" or /Ticket \\d+/");
    }
}
