package io.github.usher.demo.site;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a field has to be for the form to be good.
 *
 * @param field its name in the form
 * @param message what the visitor reads where it is not
 * @param good tells by the trimmed value, which is empty where nothing was filled in
 */
record FormRule(String field, String message, Predicate<String> good) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()/.-]{5,24}");

    static FormRule required(String field, String message) {
        return new FormRule(field, message, value -> !value.isEmpty());
    }

    static FormRule email(String field, String message) {
        return new FormRule(field, message, EMAIL.asMatchPredicate());
    }

    static FormRule phone(String field, String message) {
        return new FormRule(field, message, PHONE.asMatchPredicate());
    }
}
