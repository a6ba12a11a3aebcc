package io.github.usher.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadGuesserTest {
    private final LeadGuesser guesser = new LeadGuesser();

    @Test
    void a_name_beside_a_first_name_is_a_surname() {
        assertThat(leads("de", text("name", "Name"), text("vorname", "Vorname")))
                .containsExactly("LastName", "FirstName");
    }

    @Test
    void a_name_alone_is_the_whole_name() {
        assertThat(leads("de", text("name", "Name"), text("email", "E-Mail"))).containsExactly("FullName", "Email");
    }

    @Test
    void what_the_page_shows_counts_before_what_a_field_is_called() {
        assertThat(leads("en", text("nom", "First Name"), text("x", "Last Name")))
                .containsExactly("FirstName", "LastName");
    }

    @Test
    void a_number_after_a_street_is_the_house_number_and_a_part_of_the_street() {
        var guesses = guess("pt", text("rua", "Rua"), text("num", "Número"), text("cidade", "Cidade"));
        assertThat(guesses).extracting(Guess::lead).containsExactly("Street", "Street", "City");
        assertThat(guesses).extracting(Guess::part).containsExactly(1, 2, 0);
    }

    @Test
    void an_unknown_thing_is_not_mapped() {
        assertThat(guess("en", text("product_name", "Product name")))
                .allSatisfy(guess -> assertThat(guess.sure()).isFalse());
    }

    @Test
    void a_login_is_no_lead_form() {
        var form =
                new PageForm("en", "", "/login", List.of(text("email", "E-mail"), PageField.named("pass", "password")));
        assertThat(guesser.guess(form).isLeadForm()).isFalse();
    }

    @Test
    void who_is_asked_for_the_password_of_before_is_known_already() {
        var fields = new ArrayList<>(List.of(text("name", "Name"), text("email", "E-mail")));
        fields.add(PageField.named("password0", "password").labelled("Current password", LabelSource.FOR));

        assertThat(isLeadForm("", fields)).isFalse();
    }

    @Test
    void an_editor_that_asks_for_an_address_and_no_name_is_no_lead_form() {
        var fields = List.of(text("link", "Your e-mail"), text("changenote", "Note"));

        assertThat(isLeadForm("", fields)).isTrue();
        assertThat(isLeadForm("editform", fields)).isFalse();
    }

    @Test
    void a_form_of_many_fields_that_asks_for_one_address_among_them_is_no_lead_form() {
        var fields = new ArrayList<>(List.of(text("replyTo", "Reply to"), text("message", "Message")));
        for (var name : List.of("queue", "priority", "delay", "ttl", "group", "sequence", "persistent")) {
            fields.add(text(name, name));
        }

        assertThat(isLeadForm("", fields)).isFalse();
        fields.add(0, text("name", "Your name"));
        assertThat(isLeadForm("", fields)).isTrue();
    }

    private boolean isLeadForm(String id, List<PageField> fields) {
        return guesser.guess(new PageForm("en", id, "/save", fields)).isLeadForm();
    }

    private List<Guess> guess(String language, PageField... fields) {
        return guesser.guess(new PageForm(language, "", "", List.of(fields))).fields();
    }

    private List<String> leads(String language, PageField... fields) {
        return guess(language, fields).stream()
                .map(guess -> guess.sure() && guess.lead() != null ? guess.lead() : "-")
                .toList();
    }

    private static PageField text(String name, String label) {
        return PageField.named(name, "text").labelled(label, LabelSource.FOR);
    }
}
