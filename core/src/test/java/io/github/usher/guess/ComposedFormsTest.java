package io.github.usher.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComposedFormsTest {
    private static final LeadGuesser GUESSER = new LeadGuesser();

    @TestFactory
    Stream<DynamicTest> every_field_of_a_form_is_guessed_as_a_person_would() {
        return ComposedForms.all().stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.name(), () -> assertThat(mistakes(form)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> all_are_lead_forms() {
        return ComposedForms.all().stream()
                .filter(form ->
                        form.labels().stream().anyMatch(label -> label.lead().matches("Email|Phone|MobilePhone")))
                .map(form -> DynamicTest.dynamicTest(
                        form.name(),
                        () -> assertThat(GUESSER.guess(form.page()).isLeadForm())
                                .isTrue()));
    }

    @Test
    void names_alone_are_seldom_wrong() {
        var bare = ComposedForms.all().stream().map(LabelledForm::byNamesAlone).toList();
        var score = GuessScore.of(bare, page -> GUESSER.guess(page).fields());
        assertThat(score.all.precision()).as(score.summary()).isGreaterThan(0.97);
        assertThat(score.all.recall()).as(score.summary()).isGreaterThan(0.8);
    }

    private static Iterable<String> mistakes(LabelledForm form) {
        return GuessScore.of(List.of(form), page -> GUESSER.guess(page).fields())
                .mistakes();
    }
}
