package io.github.usher.mapping;

import io.github.usher.form.Submitted;
import io.github.usher.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects where each part of one request came from, if anybody wants to know; else it does nothing and costs nothing. */
final class Explanations {
    private static final String LEAD = "lead.";
    private static final String OPTIONS = "options.";
    private static final String BOOKING_PAGE = "booking-page.";

    private final boolean wanted;
    private final List<Explanation> all = new ArrayList<>();
    private @Nullable Rule rule;

    private Explanations(boolean wanted) {
        this.wanted = wanted;
    }

    static Explanations wanted() {
        return new Explanations(true);
    }

    static Explanations unwanted() {
        return new Explanations(false);
    }

    boolean areWanted() {
        return wanted;
    }

    /** In the order of the request. */
    List<Explanation> all() {
        return List.copyOf(all);
    }

    /**
     * What follows may have been said by that rule.
     *
     * @param number from one
     */
    void ruleIs(@Nullable Rule holds, int number) {
        rule = holds;
        if (holds != null) {
            add("rules", "rule " + number, "the first whose conditions all hold");
        }
    }

    void add(String key, String value, String origin) {
        add(new Explanation(key, value, origin, null));
    }

    void add(String place, String name, ValueMapper.Result result) {
        if (wanted) {
            add(new Explanation(
                    place + "." + name,
                    result.text(),
                    result.origin() + byRule(place, name),
                    result.text().isEmpty() ? result.why() : null));
        }
    }

    /** @param text what the template gave */
    void add(String key, String text, Template template, Submitted submitted) {
        if (wanted) {
            add(new Explanation(
                    key,
                    text,
                    template.origin(submitted) + byRule(key, key),
                    text.isEmpty() ? "nothing was submitted for it" : null));
        }
    }

    private void add(Explanation explanation) {
        if (wanted) {
            all.add(explanation);
        }
    }

    /**
     * The lead goes out like that, which may be other than what its fields said.
     *
     * @param notes say why a field was left out
     */
    void leadIsSentAs(Map<String, String> lead, List<String> notes) {
        all.replaceAll(said -> isLead(said) ? asSent(said, lead, notes) : said);
    }

    void leadIsTranslatedTo(Map<String, String> dataFields) {
        all.replaceAll(said -> isLead(said) ? asTranslated(said, dataFields) : said);
    }

    void withoutLegacyOptions() {
        all.replaceAll(said -> said.key().startsWith(OPTIONS)
                        && LegacyOptions.names().contains(said.key().substring(OPTIONS.length()))
                ? new Explanation(said.key(), "", said.origin(), "it means nothing on platform demand-conversion")
                : said);
    }

    private static boolean isLead(Explanation said) {
        return said.key().startsWith(LEAD) && !said.value().isEmpty();
    }

    private static Explanation asSent(Explanation said, Map<String, String> lead, List<String> notes) {
        var name = said.key().substring(LEAD.length());
        var sent = lead.getOrDefault(name, "");
        return new Explanation(said.key(), sent, said.origin(), sent.isEmpty() ? noted(name, notes) : null);
    }

    /** What a note says of why that field was left out. */
    private static String noted(String name, List<String> notes) {
        var begin = name + " was left out: ";
        return notes.stream()
                .filter(note -> note.startsWith(begin))
                .map(note -> note.substring(begin.length()).replaceFirst("\\.$", ""))
                .findFirst()
                .orElse("another field says it");
    }

    private static Explanation asTranslated(Explanation said, Map<String, String> dataFields) {
        var field = DataFields.of(said.key().substring(LEAD.length())).orElse("");
        if (said.value().equals(dataFields.get(field))) {
            return new Explanation(said.key(), said.value(), said.origin() + ", sent as " + field, null);
        }
        var why = field.isEmpty()
                ? "platform demand-conversion has no data field for it"
                : "another field is sent as " + field;
        return new Explanation(said.key(), "", said.origin(), why);
    }

    /** Whether it was the rule that said it. */
    private String byRule(String place, String name) {
        if (rule == null) {
            return "";
        }
        boolean said = switch (place) {
            case "lead" -> rule.lead().containsKey(name);
            case "options" -> rule.options().containsKey(name);
            case "salesforce-event" -> rule.salesforceEvent().containsKey(name);
            case "utm" -> rule.utm().containsKey(name);
            case "router" -> rule.router() != null;
            case "account-id" -> rule.accountId() != null;
            default ->
                place.startsWith(BOOKING_PAGE)
                        && rule.bookingPage().containsKey(place.substring(BOOKING_PAGE.length()));
        };
        return said ? ", by the rule" : "";
    }
}
