package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Call;
import io.github.usher.site.ClassFile.Method;
import io.github.usher.site.ClassFile.Text;
import io.github.usher.site.ClassFile.TypeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads in the code of a class how it answers: which texts it uses just before it redirects or forwards. */
final class CodeOutcomes {
    private static final Set<String> FORWARDING = Set.of("getRequestDispatcher", "getNamedDispatcher");

    private final SiteFacts facts;
    private final List<ClassFile> family = new ArrayList<>();
    private final Set<String> redirecting = new HashSet<>();
    private final Set<String> forwarding = new HashSet<>();

    CodeOutcomes(SiteFacts facts, ClassFile type) {
        this.facts = facts;
        for (var each = type; each != null && family.size() < 8; each = facts.type(each.parent())) {
            family.add(each);
        }
        for (var each : family) {
            each.methods().forEach(this::helper);
        }
    }

    /** A method of the site's own that redirects to what it is given. */
    private void helper(Method method) {
        var texts = new ArrayList<String>();
        for (var step : method.steps()) {
            if (step instanceof Text text && isPlace(text.value())) {
                texts.add(text.value());
            }
            if (step instanceof Call call
                    && texts.isEmpty()
                    && method.descriptor().contains("Ljava/lang/String;")) {
                if (call.name().equals("sendRedirect")) {
                    redirecting.add(method.name());
                } else if (FORWARDING.contains(call.name())) {
                    forwarding.add(method.name());
                }
            }
        }
    }

    List<Outcome> all() {
        var outcomes = new LinkedHashSet<Outcome>();
        for (var type : family) {
            for (var method : type.methods()) {
                if (!method.name().equals("doGet") || type.methods().stream().noneMatch(CodeOutcomes::posts)) {
                    of(method, outcomes);
                }
            }
        }
        return List.copyOf(outcomes);
    }

    private static boolean posts(Method method) {
        return method.name().equals("doPost");
    }

    /** The same, each named after its method, as events of a page are. */
    List<Outcome> byEvent() {
        var outcomes = new LinkedHashSet<Outcome>();
        for (var type : family) {
            for (var method : type.methods()) {
                var own = new LinkedHashSet<Outcome>();
                of(method, own);
                own.forEach(outcome -> outcomes.add(outcome.named(method.name())));
            }
        }
        return List.copyOf(outcomes);
    }

    private void of(Method method, Set<Outcome> outcomes) {
        if (redirecting.contains(method.name()) || forwarding.contains(method.name())) {
            return;
        }
        boolean answers = method.descriptor().endsWith(")Ljava/lang/String;");
        var recent = new ArrayList<String>();
        for (int at = 0; at < method.steps().size(); at++) {
            var step = method.steps().get(at);
            if (step instanceof Text text) {
                recent.add(text.value());
                boolean last = at + 1 < method.steps().size() && method.steps().get(at + 1) instanceof ClassFile.Return;
                if (answers && last && isPlace(text.value()) && facts.views().file(text.value()) != null) {
                    outcomes.add(new Outcome(Way.FORWARD, place(text.value()), ""));
                }
            } else if (step instanceof TypeUse type) {
                recent.add(facts.frameworks().addressOfBean(type.name()));
            } else if (step instanceof Call call) {
                call(call, recent, outcomes);
            }
        }
    }

    private void call(Call call, List<String> recent, Set<Outcome> outcomes) {
        if (call.name().equals("sendRedirect") || redirecting.contains(call.name())) {
            taken(Way.REDIRECT, recent, outcomes);
        } else if (FORWARDING.contains(call.name()) || forwarding.contains(call.name())) {
            taken(Way.FORWARD, recent, outcomes);
        } else if (call.name().equals("<init>") && call.owner().endsWith("RedirectResolution")) {
            taken(Way.REDIRECT, recent, outcomes);
        } else if (call.name().equals("<init>") && call.owner().endsWith("ForwardResolution")) {
            taken(Way.FORWARD, recent, outcomes);
        } else if (call.name().startsWith("print") || call.name().equals("write")) {
            recent.stream()
                    .map(Thanks::sentence)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> outcomes.add(new Outcome(Way.WRITTEN, text, "")));
            recent.clear();
        }
    }

    /** Of several places the last one was meant, or one of them is in a variable. */
    private static void taken(Way way, List<String> recent, Set<Outcome> outcomes) {
        var places = recent.stream().filter(CodeOutcomes::isPlace).toList();
        places.forEach(place -> outcomes.add(new Outcome(way, place(place), "")));
        if (way == Way.REDIRECT && places.isEmpty()) {
            outcomes.add(new Outcome(way, "/*", ""));
        }
        recent.clear();
    }

    /** All pages that the class names anywhere. */
    List<String> views() {
        var views = new LinkedHashSet<String>();
        for (var type : family) {
            for (var method : type.methods()) {
                for (var step : method.steps()) {
                    var file = step instanceof Text text && isPlace(text.value())
                            ? facts.views().file(text.value())
                            : null;
                    if (file != null) {
                        views.add(file);
                    }
                }
            }
        }
        return List.copyOf(views);
    }

    static boolean isPlace(String text) {
        return text.matches(
                "\\*?(/?[\\w*./:-]*\\.(jspx?|html?|xhtml|do|action|jsf|faces|ftl|vm|htm)|/[\\w*./-]+)([?#].*)?");
    }

    static String place(String text) {
        var bare = text.replaceFirst("^\\*", "").replaceFirst("[?#].*", "");
        return bare.startsWith("/") || bare.contains("://") ? bare : "/" + bare;
    }
}
