package io.github.usher.scan;

import io.github.usher.guess.FormGuess;
import io.github.usher.guess.LeadGuesser;
import io.github.usher.page.FoundForm;
import io.github.usher.page.Page;
import io.github.usher.page.PageReader;
import io.github.usher.site.SiteFiles;
import io.github.usher.site.VendorSnippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms of one site. */
final class SiteScan {
    private static final Pattern ADMINISTRATION = Pattern.compile(
            "(?i)(?:.*/)?(?:admin|administration|administrator|backend|backoffice|wp-admin|usermanagement)(?:/.*|[.].*)?");

    private final SiteFiles site;
    private final LeadGuesser guesser;
    private final SiteFacts facts;
    private final PageReader reader;
    private final List<ScannedForm> forms = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int pages;

    SiteScan(SiteFiles site, LeadGuesser guesser) {
        this.site = site;
        this.guesser = guesser;
        this.facts = SiteFacts.of(site);
        this.reader = new PageReader(site, facts.frameworks());
        scan();
    }

    private void scan() {
        var paths = site.paths().size() == 1
                ? List.copyOf(site.paths())
                : site.paths().stream().filter(SiteScan::isWorthReading).toList();
        Map<String, Found> found = new LinkedHashMap<>();
        var parts = new ArrayList<Found>();
        for (var path : paths) {
            try {
                var page = reader.read(path);
                pages++;
                for (var form : page.forms()) {
                    var one = new Found(form, page, new ArrayList<>(List.of(path)));
                    if (form.isOutside() && page.isPart()) {
                        parts.add(one);
                    } else {
                        found.merge(key(form, path), one, Found::and);
                    }
                }
            } catch (IOException | RuntimeException | StackOverflowError unreadable) {
                remarks.add(path + " could not be read: " + unreadable);
            }
        }
        found.values().stream()
                .filter(one -> !reader.isPartOfAnother(one.page.file()) || one.files.size() > 1)
                .forEach(one -> forms.add(scanned(one)));
        parts.stream().filter(one -> !reader.isPartOfAnother(one.page.file())).forEach(one -> forms.add(scanned(one)));
    }

    private static boolean isWorthReading(String path) {
        return PageReader.isPage(path) && !path.matches("(.*/)?(target|build|dist|test|tests|javadoc|apidocs)/.*");
    }

    /** The same form on many pages, as in a footer, is one form. */
    private static String key(FoundForm form, String path) {
        var action = form.form().action();
        var names = form.form().fields().stream().map(field -> field.name()).toList();
        return (action.isEmpty() || form.isOutside() ? path : action) + names;
    }

    private record Found(FoundForm form, Page page, List<String> files) {
        Found and(Found other) {
            files.addAll(other.files);
            return this;
        }
    }

    private ScannedForm scanned(Found one) {
        var path = facts.addresses().of(one.form, one.page.file());
        var acceptance = new Acceptance(facts, reader);
        var accepted = path.isEmpty() ? acceptance.elsewhere(one.form) : acceptance.of(one.form, one.page, path);
        var outward = path.contains("*") ? path : facts.rewrites().outward(path);
        return new ScannedForm(
                one.files,
                one.form,
                judged(one, path),
                outward,
                outward.equals(path) ? "" : path,
                accepted == null ? null : accepted.rewritten(facts.rewrites()),
                VendorSnippet.in(one.page.scripts()));
    }

    /** What only people of the site see is no lead form, whoever it is about. */
    private FormGuess judged(Found one, String path) {
        var guess = guesser.guess(one.form.form());
        boolean inside = one.files.stream().allMatch(SiteScan::isAdministration) || isAdministration(path);
        return inside && guess.isLeadForm()
                ? new FormGuess(0.4, "it belongs to the administration of the site", guess.fields())
                : guess;
    }

    private static boolean isAdministration(String path) {
        return ADMINISTRATION.matcher(path).matches();
    }

    List<ScannedForm> forms() {
        return forms;
    }

    List<String> remarks() {
        return remarks;
    }

    int pages() {
        return pages;
    }
}
