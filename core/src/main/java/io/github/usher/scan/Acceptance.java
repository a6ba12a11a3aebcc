package io.github.usher.scan;

import io.github.usher.page.FoundForm;
import io.github.usher.page.Page;
import io.github.usher.page.PageReader;
import io.github.usher.scan.Outcome.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how the site tells that it has accepted a form. */
final class Acceptance {
    private static final Pattern TAG = Pattern.compile("<\\w+:booking\\b");
    private static final Set<String> RETURN_FIELDS = Set.of(
            "returl",
            "redirect",
            "redirect_url",
            "redirecturl",
            "success_url",
            "successurl",
            "thankyou_url",
            "_next",
            "next",
            "success",
            "nextpage");

    private final SiteFacts facts;
    private final PageReader reader;

    Acceptance(SiteFacts facts, PageReader reader) {
        this.facts = facts;
        this.reader = reader;
    }

    /** @param path where the form posts to */
    @Nullable
    Accepted of(FoundForm form, Page page, String path) {
        if (facts.addresses().isComponent(page.file())) {
            return new Accepted(
                    "redirect",
                    "/*",
                    "Wicket answers good and bad forms by a redirect: name the page of a good one",
                    false);
        }
        var handlers = handlers(path);
        var outcomes = new LinkedHashSet<Outcome>();
        handlers.forEach(handler -> outcomes.addAll(handler.outcomes()));
        var target = target(path);
        var source = handlers.isEmpty() ? "" : handlers.get(0).source();
        if (target != null) {
            outcomes.addAll(JspOutcomes.of(reader.source(target)));
            source = source.isEmpty() ? target : source;
        }
        var best = best(outcomes, page.file(), path);
        if (best != null) {
            var from = handlers.stream()
                    .filter(handler -> handler.outcomes().contains(best))
                    .map(Handler::source)
                    .findFirst()
                    .orElse(source);
            return accepted(best, from, isOnly(outcomes, page.file(), path));
        }
        var returned = returned(form);
        if (returned != null) {
            return returned;
        }
        var sentence = said(handlers, target, page);
        if (!sentence.isEmpty()) {
            return new Accepted(
                    "page-contains",
                    sentence,
                    (source.isEmpty() ? page.file() : source) + " can show this text",
                    false);
        }
        return handlers.isEmpty() && target == null ? unanswered(form, path) : null;
    }

    /** A form that leaves the site can be taken where it posts to the site instead. */
    Accepted elsewhere(FoundForm form) {
        var returned = returned(form);
        return new Accepted(
                "posted",
                returned == null ? "/" : returned.place(),
                "once it posts to this site, nothing else answers it",
                false);
    }

    /** The handlers of exactly that path; where there is none, those of patterns. */
    private List<Handler> handlers(String path) {
        var taking = taking(path);
        return taking.stream().noneMatch(handler -> handler.exactness() > 0)
                ? taking(facts.rewrites().inward(path))
                : taking;
    }

    private List<Handler> taking(String path) {
        var taking =
                facts.handlers().stream().filter(handler -> handler.takes(path)).toList();
        int best = taking.stream().mapToInt(Handler::exactness).max().orElse(0);
        return taking.stream().filter(handler -> handler.exactness() == best).toList();
    }

    private @Nullable String target(String path) {
        var file = facts.site().serves(path) ? facts.site().inWebRoot(path) : null;
        return file != null && file.matches(".*\\.(jsp|jspx|php)") ? file : null;
    }

    /** Of two that are as likely the later one: code turns bad forms away first. */
    private @Nullable Outcome best(Set<Outcome> outcomes, String page, String path) {
        Outcome best = null;
        int most = 1;
        for (var outcome : outcomes) {
            int score = score(outcome, page, path);
            if (score >= most) {
                best = outcome;
                most = score;
            }
        }
        return best;
    }

    private boolean isOnly(Set<Outcome> outcomes, String page, String path) {
        return outcomes.stream()
                        .filter(outcome -> score(outcome, page, path) > 0)
                        .map(Outcome::place)
                        .distinct()
                        .count()
                == 1;
    }

    private int score(Outcome outcome, String page, String path) {
        var file = facts.views().file(outcome.place());
        boolean own = page.equals(file) || outcome.place().equals(path);
        var said = outcome.name() + " " + outcome.place();
        if (own || outcome.place().equals("/")) {
            return outcome.place().equals("/") && !Thanks.isBad(said) ? 1 : -1;
        }
        int good = Thanks.isGood(said) ? 4 : 0;
        int bad = Thanks.isBad(said) ? 5 : 0;
        int way = outcome.way() == Way.REDIRECT ? 2 : 1;
        return outcome.place().equals("/*") ? 1 : way + good - bad;
    }

    private Accepted accepted(Outcome outcome, String source, boolean only) {
        if (outcome.place().equals("/*")) {
            return new Accepted(
                    "redirect", "/*", source + " redirects to a place that is made at run time: write it here", false);
        }
        var others = only ? "" : ", and other answers too";
        return switch (outcome.way()) {
            case REDIRECT -> new Accepted("redirect", outcome.place(), source + " redirects there" + others, only);
            case FORWARD -> forwarded(outcome, source, others, only);
            case PAGE -> shown(outcome, source, only);
            case WRITTEN -> new Accepted("page-contains", outcome.place(), source + " writes this text", only);
        };
    }

    private Accepted forwarded(Outcome outcome, String source, String others, boolean only) {
        var file = facts.views().file(outcome.place());
        if (file != null && TAG.matcher(reader.source(file)).find()) {
            return new Accepted("tag", "", file + " holds the tag of Usher", true);
        }
        var place = file == null ? outcome.place() : facts.views().path(file);
        return new Accepted("forward", place, source + " forwards there" + others, only);
    }

    private Accepted shown(Outcome outcome, String source, boolean only) {
        var sentence = Thanks.sentence(text(outcome.place()));
        return sentence.isEmpty()
                ? new Accepted(
                        "page-contains",
                        title(outcome.place()),
                        source + " shows " + outcome.place() + "; take words of it",
                        false)
                : new Accepted(
                        "page-contains", sentence, source + " shows " + outcome.place() + ", which says so", only);
    }

    private String text(String file) {
        try {
            return reader.read(file).text();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private String title(String file) {
        var words = text(file).strip();
        return words.isEmpty()
                ? "Thank you"
                : words.substring(0, Math.min(40, words.length())).strip();
    }

    /** Forms that tell their handler where to go next. */
    private static @Nullable Accepted returned(FoundForm form) {
        for (var value : form.values().entrySet()) {
            boolean place = value.getValue().matches("https?://\\S+|/?[\\w./-]+\\.\\w+([?#].*)?|/[\\w./-]+");
            if (place && RETURN_FIELDS.contains(value.getKey().toLowerCase(Locale.ROOT))) {
                var to = value.getValue();
                return new Accepted(
                        "redirect",
                        to.contains("://") ? to.replaceFirst("[?#].*", "") : CodeOutcomes.place(to),
                        "the form's hidden field " + value.getKey() + " asks for it",
                        false);
            }
        }
        return null;
    }

    private String said(List<Handler> handlers, @Nullable String target, Page page) {
        var files = new ArrayList<String>();
        if (target != null) {
            files.add(target);
        }
        handlers.stream().filter(handler -> handler.exactness() > 0).forEach(handler -> files.addAll(handler.views()));
        for (var file : files) {
            var sentence = Thanks.sentence(text(file));
            if (!sentence.isEmpty()) {
                return sentence;
            }
        }
        return files.isEmpty() && handlers.isEmpty() && facts.site().paths().size() > 1
                ? ""
                : Thanks.sentence(page.text());
    }

    /** Only where the whole site is at hand can it be said that nothing in it answers. */
    private @Nullable Accepted unanswered(FoundForm form, String path) {
        if (!facts.isWhole()
                || form.form().action().isBlank()
                || facts.hasAnsweringFilter()
                || facts.site().serves(path)
                || path.contains("*")) {
            return null;
        }
        var fallback = facts.site().paths().stream()
                .filter(file -> facts.views().isPublic(file) && PageReader.isPage(file) && Thanks.isGood(file))
                .map(facts.views()::path)
                .max(Comparator.comparingInt(place -> common(place, path)))
                .orElse("/");
        return new Accepted("posted", fallback, "nothing in the site answers " + path, false);
    }

    private static int common(String place, String path) {
        int common = 0;
        while (common < place.length() && common < path.length() && place.charAt(common) == path.charAt(common)) {
            common++;
        }
        return common;
    }
}
