package io.github.usher.config;

import io.github.usher.config.FormConfig.SamePerson;
import io.github.usher.config.UsherConfig.ChiliPiper;
import io.github.usher.form.AcceptedWhen;
import io.github.usher.form.UrlPattern;
import io.github.usher.form.Wildcard;
import io.github.usher.handoff.HandOff;
import io.github.usher.routing.Destination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code forms}: which request is a form's, and all that follows from it. */
final class FormsReader {
    /** The store has room for twice as much. */
    private static final int LONGEST_NAME = 100;

    private static final Set<String> METHODS = Set.of("POST", "GET", "PUT", "PATCH");

    private final Reading reading;
    private final ChiliPiper general;

    /** @param general what a form has that says nothing of its own */
    FormsReader(Reading reading, ChiliPiper general) {
        this.reading = reading;
        this.general = general;
    }

    List<FormConfig> read(Section top) {
        if (top.lacks("forms", Level.TOP)) {
            reading.mistake(
                    0, "forms: is missing. Name your form below it, with path, accepted-when, router and lead.");
        }
        var forms = new ArrayList<FormConfig>();
        var advice = new MatchAdvice(reading);
        var basePath = MatchAdvice.basePath(top);
        for (var entry : top.openSection("forms").entries()) {
            checkLength(entry);
            if (entry.value() instanceof MappingNode map) {
                var section = Section.of(reading, entry.line(), map, Level.FORM);
                forms.add(form(entry.key(), section));
                advice.check(section, basePath);
            } else if (!entry.isNothing()) {
                reading.mistake(
                        entry.line(),
                        entry.key() + ": expected a form with path, accepted-when, router and lead below it, found "
                                + Entry.kind(entry.value()) + ".");
            }
        }
        tellUnreachable(forms);
        return forms;
    }

    private void checkLength(Entry entry) {
        int letters = entry.key().length();
        if (letters > LONGEST_NAME) {
            reading.mistake(
                    entry.line(),
                    entry.key().substring(0, LONGEST_NAME) + "…: a form's name may have " + LONGEST_NAME
                            + " letters, and this one has " + letters + ". Write a shorter one.");
        }
    }

    private FormConfig form(String name, Section section) {
        var platforms = new PlatformReader(reading);
        var platform = platforms.platform(section, general.platform());
        var token = platforms.token(section, platform);
        var endpoint = PlatformReader.endpoint(platform, token == null ? general.token() : token);
        var to = new Destination(endpoint, token == null ? null : name, null);
        var acceptedWhen = new AcceptedWhenReader(reading).read(name, section);
        var handOff = new HandOffReader(reading, endpoint.isLegacy()).form(section);
        checkFallback(section, acceptedWhen, handOff);
        var mapping = new MappingReader(reading, to).read(name, section);
        return new FormConfig(
                name,
                paths(name, section),
                methods(section),
                fields(section),
                acceptedWhen,
                token,
                mapping,
                handOff,
                samePerson(section, mapping.lead().keySet()),
                section.setting("not-booked-after", Types::duration, Duration.ofMinutes(30)),
                section.setting("ajax", Types::bool, false),
                section.setting("frames", Types::bool, false),
                section.line());
    }

    private List<UrlPattern> paths(String name, Section section) {
        if (section.lacks("path", Level.FORM)) {
            reading.mistake(
                    section.line(), "path: is missing in " + name + ". Write where the form posts to, as /contact.do.");
        }
        return section.settings("path", FormsReader::path);
    }

    private static UrlPattern path(String text) {
        if (text.contains("://")) {
            throw Types.wrong(text, "a whole address. Write only the path inside the application, as /contact.do.");
        }
        int end = text.replaceAll("[?;#].*", "").length();
        if (end < text.length()) {
            throw Types.wrong(
                    text,
                    "more than a path: query and session id are not compared. Write \"" + text.substring(0, end)
                            + "\".");
        }
        return UrlPattern.parse(text);
    }

    private static Set<String> methods(Section section) {
        var methods = section.settings("method", FormsReader::method);
        return methods.isEmpty() ? Set.of("POST") : new LinkedHashSet<>(methods);
    }

    private static String method(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(upper)) {
            throw Types.wrong(text, "no method that submits a form. Write POST (the default), GET, PUT or PATCH.");
        }
        return upper;
    }

    /** Names that must be there, or names with the values that they must have. */
    private Map<String, Wildcard> fields(Section section) {
        var fields = new LinkedHashMap<String, Wildcard>();
        var entry = section.entry("fields");
        if (entry == null) {
            return fields;
        }
        if (entry.isMap()) {
            wanted(section.openSection("fields"), fields);
        } else if (entry.value() instanceof SequenceNode list) {
            for (var node : list.getValue()) {
                if (node instanceof MappingNode map) {
                    wanted(Section.open(reading, Entry.lineOf(node), map), fields);
                } else if (node instanceof ScalarNode scalar && !Entry.isNothing(node)) {
                    fields.put(scalar.getValue(), new Wildcard("*"));
                } else {
                    reading.mistake(Entry.lineOf(node), "fields: expected a name, or name: value.");
                }
            }
        } else {
            section.texts("fields").forEach(item -> fields.put(item.text(), new Wildcard("*")));
        }
        return fields;
    }

    private static void wanted(Section section, Map<String, Wildcard> fields) {
        for (var entry : section.entries()) {
            var text = section.text(entry.key());
            if (text != null) {
                fields.put(entry.key(), new Wildcard(text));
            }
        }
    }

    private void checkFallback(Section section, AcceptedWhen acceptedWhen, HandOff handOff) {
        boolean posted = acceptedWhen instanceof AcceptedWhen.Posted;
        if (posted && handOff.fallback() == null && section.lacks("fallback", Level.FORM)) {
            reading.mistake(
                    section.lineOf("accepted-when"),
                    "fallback: is missing. With accepted-when: posted there is no page of the site to go on to; write fallback: /thanks.jsp.");
        }
        if (!posted && section.has("fallback")) {
            reading.warning(
                    section.lineOf("fallback"),
                    "fallback: is used only with accepted-when: posted; here the site has a page of its own to go on to.");
        }
    }

    private @Nullable SamePerson samePerson(Section section, Set<String> lead) {
        var entry = section.entry("same-person");
        if (entry == null || entry.isNothing()) {
            return null;
        }
        if (!entry.isMap()) {
            reading.mistake(
                    entry.line(),
                    "same-person: expected by and within below it. Write same-person: {by: Email, within: 30m}.");
            return null;
        }
        var same = section.section("same-person", Level.SAME_PERSON);
        var by = same.setting("by");
        var field = by == null ? "Email" : by;
        if (!lead.isEmpty() && !lead.contains(field)) {
            var near = Nearest.of(field, lead);
            reading.mistake(
                    same.lineOf("by"),
                    "by: lead maps no " + field + "." + (near == null ? "" : " Did you mean " + near + "?"));
        }
        return new SamePerson(field, same.setting("within", Types::duration, Duration.ofMinutes(30)));
    }

    /** The first form that matches counts, so that the second of two equal ones is never reached. */
    private void tellUnreachable(List<FormConfig> forms) {
        var seen = new HashMap<UrlPattern, FormConfig>();
        for (var form : forms) {
            for (var path : form.paths()) {
                var first = seen.putIfAbsent(path, form);
                if (first != null
                        && !first.name().equals(form.name())
                        && first.fields().isEmpty()
                        && first.methods().containsAll(form.methods())) {
                    reading.warning(
                            form.line(),
                            form.name() + ": has a path that " + first.name() + " (line " + first.line()
                                    + ") takes first. Tell them apart with fields.");
                }
            }
        }
    }
}
