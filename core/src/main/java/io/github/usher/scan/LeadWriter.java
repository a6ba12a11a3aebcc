package io.github.usher.scan;

import io.github.usher.guess.Guess;
import io.github.usher.guess.PageField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the {@code lead} of one form: what is sure as a mapping, what is not as a comment. */
final class LeadWriter {
    private static final List<String> ORDER = List.of(
            "Salutation",
            "FirstName",
            "LastName",
            Guess.FULL_NAME,
            "Title",
            "Company",
            "Email",
            "Phone",
            "MobilePhone",
            "Fax",
            "Website",
            "Street",
            "City",
            "State",
            "PostalCode",
            "Country",
            "Industry",
            "NumberOfEmployees",
            "AnnualRevenue",
            "LeadSource",
            "Description",
            "HasOptedOutOfEmail");

    private final ScannedForm form;
    private final Lines out;
    private final Map<String, PageField> fields = new LinkedHashMap<>();

    LeadWriter(ScannedForm form, Lines out) {
        this.form = form;
        this.out = out;
        form.found().form().fields().forEach(field -> fields.putIfAbsent(field.name(), field));
    }

    void write() {
        var mapped = mapped(form);
        out.line(4, "lead:");
        mapped.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                .forEach(entry -> field(entry.getKey(), entry.getValue()));
        if (!mapped.containsKey("LastName") && !mapped.containsKey(Guess.FULL_NAME)) {
            out.line(
                    6,
                    "LastName: \"[not provided]\"",
                    "Salesforce requires one, and no field of the form was found for it");
        }
        if (!mapped.containsKey("Company")) {
            out.line(
                    6,
                    "Company: \"[not provided]\"",
                    "Salesforce requires one, and no field of the form was found for it");
        }
        if (!mapped.containsKey("LeadSource")) {
            out.line(6, "LeadSource: Website", "this very text");
        }
        rest();
    }

    /** What is sure, by Lead field, in the order of the page. */
    static Map<String, List<Guess>> mapped(ScannedForm form) {
        var mapped = form.guess().fields().stream()
                .filter(guess -> guess.sure() && YamlText.isNameable(guess.field()))
                .filter(guess -> !Objects.requireNonNullElse(guess.lead(), "").startsWith("utm_"))
                .collect(Collectors.groupingBy(
                        guess -> Objects.requireNonNullElse(guess.lead(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (mapped.containsKey("FirstName") || mapped.containsKey("LastName")) {
            mapped.remove(Guess.FULL_NAME);
        }
        return mapped;
    }

    private static int rank(String lead) {
        int rank = ORDER.indexOf(lead);
        return rank < 0 ? ORDER.size() : rank;
    }

    private void field(String lead, List<Guess> guesses) {
        var why = guesses.get(0).confidence() + " " + guesses.get(0).why();
        if (lead.equals(Guess.FULL_NAME)) {
            converted("FirstName", guesses, "first-name", why);
            converted("LastName", guesses, "last-name", "the same field");
            return;
        }
        var options = OptionValues.of(
                lead, form.found().choices().getOrDefault(guesses.get(0).field(), Map.of()));
        if (!options.isEmpty()) {
            choices(lead, guesses, options, why);
        } else if (lead.equals("Country")) {
            converted(lead, guesses, "country-name", why);
        } else if (guesses.size() > 1 && !isInParts(guesses)) {
            out.line(6, lead + ":", why);
            value(guesses);
        } else {
            out.line(6, lead + ": " + YamlText.scalar(template(lead, guesses)), why);
        }
    }

    private void converted(String lead, List<Guess> guesses, String as, String why) {
        out.line(6, lead + ":", why);
        value(guesses);
        out.line(8, "as: " + as);
    }

    private void value(List<Guess> guesses) {
        if (guesses.size() == 1 || isInParts(guesses)) {
            out.line(8, "value: " + YamlText.scalar(template("", guesses)));
            return;
        }
        out.line(8, "value:", "the first that is not blank");
        guesses.forEach(guess -> out.line(10, "- " + YamlText.scalar(YamlText.reference(guess.field()))));
    }

    private void choices(String lead, List<Guess> guesses, Map<String, String> options, String why) {
        out.line(6, lead + ":", why);
        out.line(8, "value: " + YamlText.scalar(template(lead, guesses.subList(0, 1))));
        out.line(8, "values:");
        options.forEach((from, to) -> out.line(10, YamlText.scalar(from) + ": " + YamlText.scalar(to)));
        out.line(8, "else: drop");
    }

    static boolean isInParts(List<Guess> guesses) {
        return guesses.size() > 1 && guesses.stream().allMatch(guess -> guess.part() > 0);
    }

    static String template(String lead, List<Guess> guesses) {
        var between = lead.contains("Phone") || lead.equals("Fax") || lead.equals("PostalCode") ? "-" : " ";
        return guesses.stream()
                .sorted(Comparator.comparingInt(Guess::part))
                .map(guess -> YamlText.reference(guess.field()))
                .collect(Collectors.joining(between));
    }

    /** What is not mapped is told too: a person decides. */
    private void rest() {
        var left = new ArrayList<String>();
        for (var guess : form.guess().fields()) {
            if (guess.field().isEmpty() || (guess.sure() && YamlText.isNameable(guess.field()))) {
                continue;
            }
            if (guess.lead() != null && YamlText.isNameable(guess.field())) {
                out.comment(
                        6,
                        guess.lead() + ": " + YamlText.reference(guess.field()) + "   (" + guess.confidence() + " "
                                + guess.why() + ": too little to map it)");
            } else {
                left.add(guess.field());
            }
        }
        if (!left.isEmpty()) {
            out.comment(6, "Not mapped: " + String.join(", ", left));
        }
        boolean unnamed = form.found().form().fields().stream()
                .anyMatch(field -> field.name().isEmpty() && !field.type().equals("hidden"));
        if (unnamed) {
            out.comment(
                    6,
                    "Some fields have no name in the page, or one that is made at run time: they cannot be mapped so.");
        }
    }
}
