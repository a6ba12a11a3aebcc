package io.github.usher.mapping;

import io.github.usher.form.PlainText;
import io.github.usher.form.Submitted;
import io.github.usher.mapping.Value.Otherwise;
import io.github.usher.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works off one value of the config: {@code value}, trim, {@code values}, {@code else}, {@code as}, {@code default},
 * {@code max}. Made for one value of one submission.
 *
 * <p>Of several values posted under one name each goes through {@code values} for itself, unless the map names them as
 * joined. A value that itself holds the joining text is left as it is, since only the admin knows what it should
 * become ({@code values} can say); it is told in a note.
 *
 * <p>What Salesforce's type of a standard field demands is done even where the config says nothing of it: {@code on}
 * becomes {@code true} in a check-box field, and what no number can be read from is left out of a number field, since
 * Salesforce refuses the whole record otherwise.
 */
final class ValueMapper {
    private final Value value;
    private final Target target;
    private final Submitted submitted;
    private final List<String> notes = new ArrayList<>();
    private final boolean isExplained;
    private String origin = "";
    private String why = "nothing was submitted for it";

    private ValueMapper(Value value, Target target, Submitted submitted, boolean isExplained) {
        this.value = value;
        this.target = target;
        this.submitted = submitted;
        this.isExplained = isExplained;
    }

    /**
     * @param text blank where the key is left out
     * @param origin in words; blank where nobody asked
     * @param notes sentences without values
     * @param why why there is no text, a part of a sentence that may hold what was submitted; says nothing where there
     *     is one
     */
    record Result(String text, String origin, List<String> notes, String why) {}

    /** @param isExplained whether anybody will look at the origin */
    static Result map(Value value, Target target, Submitted submitted, boolean isExplained) {
        return new ValueMapper(value, target, submitted, isExplained).map();
    }

    private Result map() {
        var reason = refusal();
        if (reason != null) {
            notes.add(target.called() + " was left out: " + reason);
            comesFrom(value.templates());
            return new Result("", origin, notes, withoutStop(reason));
        }
        var each = found();
        var text = converted(each);
        if (text.isEmpty()) {
            text = fallback();
        }
        text = limited(demanded(text));
        return new Result(text, origin, List.copyOf(notes), why);
    }

    private void comesFrom(List<Template> templates) {
        if (isExplained) {
            origin = templates.stream()
                    .map(template -> template.origin(submitted))
                    .collect(Collectors.joining(", then "));
        }
    }

    private void alsoFrom(String... step) {
        if (isExplained) {
            origin += ", " + String.join("", step);
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }

    /** Why no value at all may go to that field, or null. */
    @Nullable
    private String refusal() {
        var field = target.field();
        if (field != null && !field.writable()) {
            return "Salesforce lets nobody write it.";
        }
        if (field != null && LeadCatalogue.standard().isNeverFromVisitors(field.name()) && isChosenByVisitor()) {
            return "a visitor must not choose it. Write a constant, or \"values\" with \"else: drop\".";
        }
        return null;
    }

    private boolean isChosenByVisitor() {
        boolean fromVisitor = value.templates().stream().anyMatch(template -> !template.isConstant());
        boolean chosenByConfig = !value.values().isEmpty() && !(value.otherwise() instanceof Otherwise.Keep);
        var fallback = value.fallback();
        return (fromVisitor && !chosenByConfig) || (fallback != null && !fallback.isConstant());
    }

    /** The values of the first template that is not blank, mapped. */
    private List<String> found() {
        for (var template : value.templates()) {
            var each = template.values(submitted, value.join());
            if (!each.isEmpty()) {
                comesFrom(List.of(template));
                noteJoinInside(each);
                return mapped(each);
            }
        }
        comesFrom(value.templates());
        var blank = value.values().get("");
        if (blank == null || blank.isEmpty()) {
            return List.of();
        }
        alsoFrom("values map \"\"");
        return List.of(blank);
    }

    private void noteJoinInside(List<String> each) {
        var join = value.join();
        if (each.size() > 1 && !join.isBlank() && each.stream().anyMatch(one -> one.contains(join))) {
            notes.add(target.called() + " joins several values, and one of them itself holds \"" + join
                    + "\". Salesforce takes it for more values; \"values\" can give it another text.");
        }
    }

    private List<String> mapped(List<String> each) {
        if (value.values().isEmpty()) {
            return each;
        }
        var joined = PlainText.join(value.join(), each);
        var whole = each.size() > 1 ? named(joined) : null;
        if (whole != null) {
            return whole.isEmpty() ? List.of() : List.of(whole);
        }
        var mapped = new ArrayList<String>();
        for (var one : each) {
            var named = named(one);
            var result = named != null ? named : otherwise(one);
            if (!result.isEmpty()) {
                mapped.add(result);
            }
        }
        return mapped;
    }

    @Nullable
    private String named(String incoming) {
        var exact = value.values().get(incoming);
        if (exact != null) {
            alsoFrom("values map \"", incoming, "\"");
            return exact.strip();
        }
        for (Map.Entry<String, String> entry : value.values().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(incoming)) {
                alsoFrom("values map \"", entry.getKey(), "\"");
                return entry.getValue().strip();
            }
        }
        return null;
    }

    private String otherwise(String incoming) {
        if (value.otherwise() instanceof Otherwise.Text text) {
            alsoFrom("else");
            return text.text().strip();
        }
        if (value.otherwise() instanceof Otherwise.Drop) {
            alsoFrom("else: drop");
            why = "values does not name \"" + incoming + "\"";
            return "";
        }
        return incoming;
    }

    private String converted(List<String> each) {
        if (each.isEmpty()) {
            return "";
        }
        var joined = PlainText.join(value.join(), each);
        var as = value.as() != null ? value.as() : target.demanded();
        return as == null ? joined : converted(as, each, joined);
    }

    private String converted(Conversion as, List<String> each, String joined) {
        var result = Converter.convert(as, each, joined, target.number());
        if (result.isPresent()) {
            noteConversion(as, joined, result.get());
            return result.get();
        }
        boolean stays = as instanceof Conversion.E164;
        why = "what was submitted is not " + Converter.wanted(as);
        notes.add(target.called() + (stays ? " stays as typed" : " was left out") + ": " + why + ".");
        if (!stays) {
            return "";
        }
        alsoFrom("stays as typed since it is not ", Converter.wanted(as));
        return joined;
    }

    private void noteConversion(Conversion as, String before, String after) {
        if (!before.equals(after)) {
            alsoFrom("as ", name(as));
        }
    }

    private static String name(Conversion as) {
        if (as instanceof Conversion.Plain plain) {
            return plain.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return as instanceof Conversion.E164 ? "e164" : "date";
    }

    private String fallback() {
        Template fallback = value.fallback();
        if (fallback == null) {
            return "";
        }
        var text = fallback.render(submitted, value.join());
        if (!text.isEmpty() && isExplained) {
            origin = fallback.isConstant() ? "default" : "default " + fallback.origin(submitted);
        }
        return text;
    }

    /** A default, or another conversion, may still be what Salesforce's type does not take. */
    private String demanded(String text) {
        var demanded = target.demanded();
        return text.isEmpty() || demanded == null ? text : converted(demanded, List.of(text), text);
    }

    private String limited(String text) {
        var cut = text;
        var max = value.max();
        var limit = target.limit();
        if (max != null) {
            cut = TextLimit.codePoints(cut, max);
        }
        if (limit != null) {
            cut = TextLimit.units(cut, limit);
        }
        if (cut.length() == text.length()) {
            return text;
        }
        boolean byConfig = limit == null || text.length() <= limit;
        var most = byConfig ? "\"max\" allows " + max : "Salesforce takes " + limit;
        if (isNeverCut()) {
            why = "it has " + text.length() + " characters, " + most + ", and a part of it would mean something else";
            notes.add(target.called() + " was left out: " + why + ".");
            return "";
        }
        notes.add(target.called() + " was cut from " + text.length() + " to " + cut.length() + " characters: " + most
                + ".");
        alsoFrom("cut to " + cut.length() + " characters: ", most);
        return cut;
    }

    private boolean isNeverCut() {
        var as = value.as();
        boolean text = as == null
                || as == Conversion.Plain.LOWER
                || as == Conversion.Plain.DIGITS
                || as == Conversion.Plain.FIRST_NAME
                || as == Conversion.Plain.LAST_NAME
                || as instanceof Conversion.E164;
        return target.isNeverCut() || !text;
    }
}
