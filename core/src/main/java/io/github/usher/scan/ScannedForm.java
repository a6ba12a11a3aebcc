package io.github.usher.scan;

import io.github.usher.guess.FormGuess;
import io.github.usher.guess.Guess;
import io.github.usher.page.FoundForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that was found.
 *
 * @param files the pages on which it stands, the first one as the one that was read
 * @param path where it posts to, inside the application; blank where it posts to another site
 * @param alsoPath the same address as the site's own code knows it, where a filter rewrites it; else blank
 * @param accepted how the site tells that it has accepted it, or null where nothing tells
 * @param vendorScript the vendor's own script that its page loads, or null
 */
public record ScannedForm(
        List<String> files,
        FoundForm found,
        FormGuess guess,
        String path,
        String alsoPath,
        @Nullable Accepted accepted,
        @Nullable String vendorScript) {
    public ScannedForm {
        files = List.copyOf(files);
    }

    boolean isOfLeads() {
        return guess.isLeadForm();
    }

    /** Whether anything tells who fills it in. */
    boolean saysAnything() {
        return guess.leadForm() >= 0.3 || guess.fields().stream().anyMatch(Guess::sure);
    }

    List<String> names() {
        return found.form().fields().stream()
                .map(field -> field.name())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
