package io.github.usher.guess;

import java.util.Locale;
import java.util.Set;

/** Who made a form, where that decides what its names mean. */
final class Makers {
    private static final Set<String> WEB_TO_LEAD = Set.of("oid", "captcha_settings");

    private Makers() {}

    /** Whether the form goes to Salesforce: its names are then Web-to-Lead names, whatever the labels say. */
    static boolean isSalesforce(PageForm form) {
        var action = form.action().toLowerCase(Locale.ROOT);
        return action.contains("salesforce.com")
                || form.fields().stream().anyMatch(field -> WEB_TO_LEAD.contains(field.name()));
    }
}
