package io.github.usher.guess;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is so by its exact name, or by its options, whatever its words weigh. */
final class Exceptions {
    private static final Pattern CUSTOM = Pattern.compile("00N[0-9A-Za-z]{9,15}|.*__c");
    private static final Pattern MAILCHIMP_TRAP = Pattern.compile("b_[0-9a-f]{6,}_[0-9a-f]{4,}");
    private static final Map<String, Meaning> UTM = Map.of(
            "utm_source", Meaning.UTM_SOURCE,
            "utm_medium", Meaning.UTM_MEDIUM,
            "utm_campaign", Meaning.UTM_CAMPAIGN,
            "utm_term", Meaning.UTM_TERM,
            "utm_content", Meaning.UTM_CONTENT);

    private static final Set<Meaning> PARTS = EnumSet.of(
            Meaning.STREET_NUMBER,
            Meaning.STREET_MORE,
            Meaning.CITY,
            Meaning.STATE,
            Meaning.POSTAL_CODE,
            Meaning.COUNTRY);

    private Exceptions() {}

    static Opinion apply(PageField field, Opinion opinion, boolean salesforce) {
        var name = field.name();
        var utm = UTM.get(name.toLowerCase(Locale.ROOT));
        if (utm != null) {
            return opinion.but(utm, 0.98, "its name is that of a campaign parameter");
        }
        if (CUSTOM.matcher(name).matches()) {
            return opinion.but(Meaning.NOTHING, 1, "a custom field of Salesforce, to be passed on under its own name");
        }
        if (name.equals("pardot_extra_field") || MAILCHIMP_TRAP.matcher(name).matches()) {
            return opinion.but(Meaning.NOTHING, 1, "a trap for robots");
        }
        if (Types.of(field).equals("hidden")) {
            return hidden(opinion, salesforce);
        }
        return chosen(field, opinion);
    }

    /** A heading “address” that stands near several boxes: what each is called tells which part it is. */
    static Opinion narrowed(Opinion opinion, @Nullable Meaning called) {
        if (called == null || !opinion.is(Meaning.STREET) || !PARTS.contains(called)) {
            return opinion;
        }
        var source = opinion.field().labelSource();
        boolean own = source == LabelSource.FOR || source == LabelSource.WRAP;
        return own || !opinion.field().placeholder().isBlank()
                ? opinion
                : opinion.but(called, 0.8, "under a heading of an address, and its name says " + called.words());
    }

    /** A hidden field has no label: its name must say it plainly. */
    private static Opinion hidden(Opinion opinion, boolean salesforce) {
        boolean odd = opinion.field().name().startsWith("_");
        var meaning = opinion.meaning();
        if (meaning == null || meaning == Meaning.NOTHING) {
            return opinion.but(Meaning.NOTHING, 0.9, "hidden, and its name is no Lead field");
        }
        if (odd || (!salesforce && opinion.confidence() < 0.8)) {
            return opinion.but(Meaning.NOTHING, 0.7, "hidden, and its name does not say plainly what it is");
        }
        return opinion;
    }

    private static Opinion chosen(PageField field, Opinion opinion) {
        if (!opinion.is(Meaning.TITLE) && !opinion.is(Meaning.SALUTATION)) {
            return opinion;
        }
        var options = Options.meaning(field);
        if (options == Meaning.SALUTATION) {
            return opinion.but(Meaning.SALUTATION, 0.95, "its options are forms of address");
        }
        if (options == Meaning.NOTHING) {
            return opinion.but(Meaning.NOTHING, 0.9, "its options are roles of users, not job titles");
        }
        boolean select = Types.of(field).equals("select");
        if (select && opinion.is(Meaning.TITLE) && opinion.confidence() < 0.8 && !Options.areJobs(field)) {
            return opinion.but(Meaning.TITLE, 0.45, opinion.why() + "; but its options are no job titles that we know");
        }
        return opinion;
    }
}
