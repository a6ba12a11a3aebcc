package io.github.usher.page;

import java.util.List;

/**
 * A page of the site.
 *
 * @param file where it lies
 * @param forms in the order of the page
 * @param text what a visitor may read on it, in both branches of each condition
 * @param scripts the addresses of its scripts, and what it scripts itself
 * @param isPart whether it begins in the middle of a page: others include it
 */
public record Page(String file, List<FoundForm> forms, String text, String scripts, boolean isPart) {
    public Page {
        forms = List.copyOf(forms);
    }
}
