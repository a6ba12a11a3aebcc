package io.github.usher.guess;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether people leave in a form who they are and how to reach them. */
final class LeadForms {
    private static final Set<String> SEARCH =
            Set.of("q", "s", "search", "query", "keyword", "keywords", "suche", "recherche");
    private static final Set<String> NAMES = Set.of("FirstName", "LastName", Guess.FULL_NAME);
    private static final Set<String> REACH = Set.of("Email", "Phone", "MobilePhone");

    /** A form of so many fields, of which less than a third tell who fills it in, is about something else. */
    private static final int MANY = 8;

    private static final Pattern CURRENT_PASSWORD = Pattern.compile(
            "(?iu).*(?:old|current|present|previous|alt(?:es)?|aktuell(?:es)?|bisherig(?:es)?|ancien|actuel|actual|antigua"
                    + "|anterior|attuale|vecchia|huidig|oude?|現在の|旧)[\\W_]*(?:pass|pwd|kenn|mot|contra|senha|wachtw|パス).*"
                    + "|(?:pass(?:word)?|pwd)[\\W_]*(?:old|current|0)");
    private static final Pattern EDITS = Pattern.compile("(?i).*(?:^|[\\W_])edit(?:or|form)?(?:$|[\\W_]).*");

    private LeadForms() {}

    static FormGuess judge(PageForm form, List<Guess> guesses) {
        var shown = form.fields().stream()
                .filter(field -> !Types.of(field).equals("hidden"))
                .toList();
        var leads = guesses.stream()
                .filter(Guess::sure)
                .map(guess -> guess.lead() == null ? "" : guess.lead())
                .collect(Collectors.toSet());
        boolean named = leads.stream().anyMatch(NAMES::contains);
        boolean reached = leads.stream().anyMatch(REACH::contains);
        boolean secret = shown.stream().anyMatch(field -> Types.of(field).equals("password"));
        if (shown.stream().anyMatch(LeadForms::searches) && !reached) {
            return new FormGuess(0.02, "it searches", guesses);
        }
        if (secret && !named) {
            return new FormGuess(0.05, "it asks for a password and for no name: a login", guesses);
        }
        if (shown.stream().anyMatch(LeadForms::asksForCurrentPassword)) {
            return new FormGuess(0.3, "it asks for the password of before: it changes what is known already", guesses);
        }
        if (named && reached) {
            boolean more = leads.contains("Company") || leads.contains("Description") || leads.size() > 3;
            return new FormGuess(
                    secret ? 0.7 : more ? 0.98 : 0.92, "it asks for a name and how to reach the person", guesses);
        }
        long told = guesses.stream()
                .filter(guess -> guess.sure() && guess.lead() != null)
                .count();
        if (reached && shown.size() >= MANY && told * 3 < shown.size()) {
            return new FormGuess(0.4, "few of its fields tell who fills it in, and none his name", guesses);
        }
        if (reached
                && (EDITS.matcher(form.id()).matches()
                        || EDITS.matcher(form.action()).matches())) {
            return new FormGuess(0.4, "it edits something, and asks for no name", guesses);
        }
        if (reached) {
            return new FormGuess(
                    leads.size() > 1 ? 0.75 : 0.4,
                    leads.size() > 1
                            ? "it asks how to reach the person"
                            : "it asks for an address alone, such as a newsletter does",
                    guesses);
        }
        return new FormGuess(named ? 0.35 : 0.1, "it does not ask how to reach the person", guesses);
    }

    private static boolean asksForCurrentPassword(PageField field) {
        return Types.of(field).equals("password")
                && (CURRENT_PASSWORD.matcher(field.name()).matches()
                        || CURRENT_PASSWORD.matcher(field.label()).matches());
    }

    private static boolean searches(PageField field) {
        return Types.of(field).equals("search") || SEARCH.contains(field.name().toLowerCase(Locale.ROOT));
    }
}
