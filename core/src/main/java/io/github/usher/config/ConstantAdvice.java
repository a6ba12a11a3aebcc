package io.github.usher.config;

import io.github.usher.mapping.LeadCatalogue;
import io.github.usher.mapping.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells of texts under {@code lead} that look like the name of a form's field whose <code>${ }</code> was forgotten. */
final class ConstantAdvice {
    /** {@code last_name}, {@code jobTitle}, {@code contact.email}, {@code customer[first]}: no word that a person reads. */
    private static final Pattern NAME = Pattern.compile(
            "[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]{2,}(?:[A-Z][a-z0-9]+)+|[a-z][a-z0-9_]*\\.[a-z][A-Za-z0-9_]*"
                    + "|[A-Za-z]\\w*\\[\\w+]");

    /** What is a constant in most configs, and often a technical one. */
    private static final Set<String> USUALLY_CONSTANT =
            Set.of("LeadSource", "Status", "Rating", "OwnerId", "RecordTypeId", "CampaignId", "CurrencyIsoCode");

    private final Reading reading;

    ConstantAdvice(Reading reading) {
        this.reading = reading;
    }

    void check(Section section, Map<String, Value> lead) {
        var named = lead.values().stream()
                .flatMap(value -> value.templates().stream())
                .flatMap(template -> template.fieldNames().stream())
                .collect(Collectors.toSet());
        for (var entry : section.openSection("lead").entries()) {
            var value = lead.get(entry.key());
            if (value != null) {
                check(entry, value, named);
            }
        }
    }

    private void check(Entry entry, Value value, Set<String> named) {
        for (var template : value.templates()) {
            var text = template.source().strip();
            if (template.isConstant() && !text.contains("${") && looksLikeAField(entry.key(), text, named)) {
                reading.warning(
                        entry.line(),
                        entry.key() + ": \"" + text + "\" is sent as this very text for every visitor. If it is the"
                                + " name of a field of the form, write ${" + text + "}.");
            }
        }
    }

    private boolean looksLikeAField(String key, String text, Set<String> named) {
        if (named.contains(text) || plain(text).equals(plain(key))) {
            return true;
        }
        if (USUALLY_CONSTANT.contains(key)) {
            return false;
        }
        return NAME.matcher(text).matches() || isAnotherNameOf(key, text);
    }

    /** {@code Company: organisation} or {@code PostalCode: zip}: a single word in lower case that means that field. */
    private static boolean isAnotherNameOf(String key, String text) {
        return text.matches("[a-z]+")
                && LeadCatalogue.standard().field(key).isPresent()
                && LeadCatalogue.standard().nearest(text).filter(key::equals).isPresent();
    }

    private static String plain(String name) {
        return name.replaceFirst("__c$", "").replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
