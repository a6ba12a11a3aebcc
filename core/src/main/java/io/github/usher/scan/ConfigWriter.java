package io.github.usher.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the {@code usher.yaml} of what was found. */
final class ConfigWriter {
    private final Scan scan;
    private final List<ScannedForm> forms;
    private final Map<ScannedForm, String> names;
    private final Lines out = new Lines();

    private ConfigWriter(Scan scan) {
        this.scan = scan;
        this.names = FormNames.of(scan.leadForms());
        this.forms = fullestFirst(scan.leadForms());
    }

    /** Of two forms of one path the first that matches counts: what asks for all that another does, and more, goes before. */
    private static List<ScannedForm> fullestFirst(List<ScannedForm> forms) {
        var ordered = new ArrayList<ScannedForm>();
        for (var form : forms) {
            int at = 0;
            while (at < ordered.size() && !isPartOf(ordered.get(at), form)) {
                at++;
            }
            ordered.add(at, form);
        }
        return List.copyOf(ordered);
    }

    private static boolean isPartOf(ScannedForm one, ScannedForm whole) {
        return one.path().equals(whole.path())
                && whole.names().size() > one.names().size()
                && whole.names().containsAll(one.names());
    }

    static String write(Scan scan) {
        return new ConfigWriter(scan).text();
    }

    private String text() {
        out.comment(0, "Proposed by usher scan. Nothing is sent as long as mode is observe.");
        out.comment(
                0,
                "Write your tenant and your routers, read what stands behind each #, then: check, and send one form by hand.");
        out.blank();
        scan.remarks().forEach(remark -> out.comment(0, remark));
        if (forms.isEmpty()) {
            out.comment(
                    0, "No form asks for a name and how to reach the person (" + scan.pages() + " pages were read).");
            return out.toString();
        }
        out.line(0, "mode: observe");
        out.blank();
        out.line(0, "chilipiper:");
        out.line(2, "platform: legacy", "or demand-conversion");
        out.line(2, "tenant: your-tenant", "the acme of acme.chilipiper.com");
        out.blank();
        out.line(0, "forms:");
        forms.forEach(this::form);
        out.blank();
        out.line(0, "tests:", "made-up values; run by check");
        forms.forEach(form -> TestWriter.write(form, nameOf(form), out));
        return out.toString();
    }

    private String nameOf(ScannedForm form) {
        return names.getOrDefault(form, "form");
    }

    private void form(ScannedForm form) {
        out.blank();
        header(form);
        out.line(2, YamlText.scalar(nameOf(form)) + ":");
        path(form);
        if (!form.found().method().equals("POST") && form.found().method().equals("GET")) {
            out.line(4, "method: GET", "the form has no method=\"post\"");
        }
        narrowed(form);
        accepted(form);
        out.line(4, "router: your-router", "the router's API name in Chili Piper");
        new LeadWriter(form, out).write();
    }

    private void path(ScannedForm form) {
        if (!form.alsoPath().isEmpty()) {
            out.line(4, "path:", "where the form posts to, as urlrewrite.xml writes it and as it is behind");
            out.line(6, "- " + YamlText.scalar(form.path()));
            out.line(6, "- " + YamlText.scalar(form.alsoPath()));
            return;
        }
        if (!form.path().isEmpty()) {
            out.line(4, "path: " + YamlText.scalar(form.path()), "where the form posts to");
            return;
        }
        var site = form.found().form().action().replaceFirst("^((?:\\w+:)?//[^/?]*).*", "$1");
        out.line(
                4,
                "path: " + YamlText.scalar("/" + nameOf(form)),
                "CHECK: it posts to " + site + ", where Usher does not see it. Make this the action of the form");
    }

    private void header(ScannedForm form) {
        var files = form.files().stream().distinct().toList();
        out.comment(
                2,
                "On " + String.join(", ", files.subList(0, Math.min(3, files.size())))
                        + (files.size() > 3 ? " and " + (files.size() - 3) + " more pages" : "") + ". "
                        + sentence(form.guess().why()) + " (" + form.guess().leadForm() + ").");
        if (form.vendorScript() != null) {
            out.comment(
                    2,
                    "CHECK: this page loads Chili Piper's own script (" + form.vendorScript()
                            + "): each lead would be routed twice. Take it off before mode: send.");
        }
        if (form.found().isOutside()) {
            out.comment(
                    2,
                    "CHECK: these fields stand in no form: a script posts them, or the form begins in another file.");
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Forms of one path are told apart by what the others do not have. */
    private void narrowed(ScannedForm form) {
        var others = Stream.concat(scan.forms().stream(), scan.others().stream())
                .filter(other -> !other.equals(form) && other.path().equals(form.path()))
                .toList();
        boolean wide = form.path().contains("*");
        if (others.isEmpty() && !wide) {
            return;
        }
        var own = distinguishing(form, others);
        if (wide || own.isEmpty()) {
            LeadWriter.mapped(form).values().stream()
                    .map(guesses -> guesses.get(0).field())
                    .filter(name -> !name.contains("*"))
                    .limit(3)
                    .map(YamlText::scalar)
                    .filter(name -> !own.contains(name))
                    .forEach(own::add);
        }
        if (!own.isEmpty()) {
            out.line(4, "fields:", wide ? "the address is made at run time" : "another form posts to this path too");
            own.forEach(field -> out.line(6, "- " + field));
        }
    }

    private static List<String> distinguishing(ScannedForm form, List<ScannedForm> others) {
        var own = new ArrayList<String>();
        for (var value : form.found().values().entrySet()) {
            boolean differs = others.stream()
                    .allMatch(other -> other.found().values().containsKey(value.getKey())
                            && !value.getValue().equals(other.found().values().get(value.getKey())));
            if (differs && isConstant(form, value.getKey())) {
                own.add(YamlText.scalar(value.getKey()) + ": " + YamlText.scalar(value.getValue()));
                return own;
            }
        }
        for (var other : others) {
            form.names().stream()
                    .filter(name -> !other.names().contains(name) && YamlText.isNameable(name) && !name.contains("*"))
                    .findFirst()
                    .map(YamlText::scalar)
                    .filter(name -> !own.contains(name))
                    .ifPresent(own::add);
        }
        return own;
    }

    private static boolean isConstant(ScannedForm form, String name) {
        return form.found().form().fields().stream()
                .anyMatch(field -> field.name().equals(name) && field.type().equals("hidden"));
    }

    private void accepted(ScannedForm form) {
        var accepted = form.accepted();
        if (accepted == null) {
            out.line(
                    4,
                    "accepted-when:",
                    "CHECK: not found. Send a good and a bad form by hand, and see what tells them apart");
            out.line(6, "page-contains: Thank you");
            return;
        }
        var check = accepted.isSure() ? "" : "CHECK: ";
        if (accepted.way().equals("tag")) {
            out.line(4, "accepted-when: tag", accepted.why());
            return;
        }
        if (accepted.way().equals("posted")) {
            out.line(4, "accepted-when: posted", check + accepted.why());
            out.line(4, "fallback: " + YamlText.scalar(accepted.place()), "where the visitor goes without a calendar");
            return;
        }
        out.line(4, "accepted-when:", check + accepted.why());
        if (accepted.also().isEmpty()) {
            out.line(6, accepted.way() + ": " + YamlText.scalar(accepted.place()));
            return;
        }
        out.line(6, accepted.way() + ":");
        out.line(8, "- " + YamlText.scalar(accepted.place()));
        out.line(8, "- " + YamlText.scalar(accepted.also()));
    }
}
