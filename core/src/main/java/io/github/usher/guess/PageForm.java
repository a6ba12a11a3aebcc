package io.github.usher.guess;

import java.util.List;

/**
 * A form as the page shows it.
 *
 * @param language the language of the page as its {@code lang} says, such as {@code de} or {@code pt-BR}; blank where it
 *     says none. It is a hint alone: the texts of the form are believed before it
 * @param id the form's id or name, blank without one: {@code mktoForm_12} and the like tell who made the form
 * @param action where it posts to, as written; blank without one
 * @param fields in the order of the page, without buttons
 */
public record PageForm(String language, String id, String action, List<PageField> fields) {
    public PageForm {
        fields = List.copyOf(fields);
    }
}
