package io.github.usher.guess;

import java.util.List;

/**
 * What a form is thought to be.
 *
 * @param leadForm from 0 to 1, how sure it is that people leave here who they are and how to reach them; a search box
 *     or a login is near 0
 * @param why the reason, in words for the admin
 * @param fields a guess for each field, in the order of the page
 */
public record FormGuess(double leadForm, String why, List<Guess> fields) {
    public FormGuess {
        fields = List.copyOf(fields);
    }

    /** Whether the form is worth mapping. */
    public boolean isLeadForm() {
        return leadForm >= 0.5;
    }
}
