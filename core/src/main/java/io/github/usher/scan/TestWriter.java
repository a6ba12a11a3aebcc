package io.github.usher.scan;

import io.github.usher.guess.Guess;
import java.util.List;
import java.util.Map;

/** Writes a test of one form: what a visitor could type, and what must become of it. */
final class TestWriter {
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("FirstName", "Ada"),
            Map.entry("LastName", "Lovelace"),
            Map.entry(Guess.FULL_NAME, "Ada Lovelace"),
            Map.entry("Company", "Analytical Engines"),
            Map.entry("Title", "Engineer"),
            Map.entry("Email", "ada@ae.example"),
            Map.entry("Phone", "+44 20 7946 0018"),
            Map.entry("MobilePhone", "+44 7700 900018"),
            Map.entry("Fax", "+44 20 7946 0019"),
            Map.entry("Website", "https://ae.example"),
            Map.entry("Street", "12 Mill Lane"),
            Map.entry("City", "London"),
            Map.entry("PostalCode", "W1A 1AA"),
            Map.entry("Country", "United Kingdom"),
            Map.entry("Salutation", "Ms."),
            Map.entry("Industry", "Engineering"),
            Map.entry("NumberOfEmployees", "50"),
            Map.entry("AnnualRevenue", "1000000"),
            Map.entry("HasOptedOutOfEmail", "on"),
            Map.entry("LeadSource", "Website"),
            Map.entry("Description", "Please call me about brass gears."));
    private static final List<String> EXPECTED = List.of("FirstName", "LastName", "Company", "Email");

    private TestWriter() {}

    static void write(ScannedForm form, String name, Lines out) {
        var mapped = LeadWriter.mapped(form);
        out.line(2, "- form: " + YamlText.scalar(name));
        out.line(4, "post:");
        mapped.forEach((lead, guesses) -> post(form, lead, guesses, out));
        if (mapped.values().stream().allMatch(List::isEmpty)) {
            out.line(6, "name: Ada");
        }
        out.line(4, "expect:");
        out.line(6, "router: your-router");
        out.line(6, "lead:");
        for (var lead : EXPECTED) {
            boolean whole = mapped.containsKey(Guess.FULL_NAME) && lead.endsWith("Name");
            var guesses = mapped.get(lead);
            if (whole || (guesses != null && !LeadWriter.isInParts(guesses) && !isChoice(form, guesses.get(0)))) {
                out.line(8, lead + ": " + YamlText.scalar(TYPED.getOrDefault(lead, "")));
            }
        }
        out.line(
                8,
                "LeadSource: "
                        + (mapped.containsKey("LeadSource") ? leadSource(form, mapped.get("LeadSource")) : "Website"));
    }

    private static String leadSource(ScannedForm form, List<Guess> guesses) {
        return YamlText.scalar(value(form, guesses.get(0), "LeadSource"));
    }

    private static void post(ScannedForm form, String lead, List<Guess> guesses, Lines out) {
        boolean first = true;
        for (var guess : guesses) {
            if (first || LeadWriter.isInParts(guesses)) {
                var name = guess.field().replace("*", "j_idt1");
                out.line(6, YamlText.scalar(name) + ": " + YamlText.scalar(value(form, guess, lead)));
            }
            first = false;
        }
    }

    private static boolean isChoice(ScannedForm form, Guess guess) {
        return form.found().choices().containsKey(guess.field());
    }

    private static String value(ScannedForm form, Guess guess, String lead) {
        var offered = form.found().choices().getOrDefault(guess.field(), Map.of()).keySet().stream()
                .filter(value -> !value.isBlank())
                .findFirst();
        var hidden = form.found().form().fields().stream()
                        .anyMatch(field -> field.name().equals(guess.field())
                                && field.type().equals("hidden"))
                ? form.found().values().getOrDefault(guess.field(), "")
                : "";
        return offered.orElse(hidden.isBlank() ? TYPED.getOrDefault(lead, "London") : hidden);
    }
}
