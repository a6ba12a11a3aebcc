package io.github.usher.scan;

import io.github.usher.scan.Outcome.Way;
import io.github.usher.site.ClassFile;
import io.github.usher.site.ClassFile.Call;
import io.github.usher.site.ClassFile.Method;
import io.github.usher.site.ClassFile.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a controller of Spring answers: the names of views that its code returns. */
final class SpringAnswers {
    /** What a form controller does beside answering: it shows the form, or prepares what is shown. */
    private static final Set<String> SHOWING =
            Set.of("formBackingObject", "referenceData", "initBinder", "showForm", "createBinder");

    private static final Pattern GETTER = Pattern.compile("get(\\w*View\\w*)");
    private static final Pattern REDIRECT_TO_KNOWN = Pattern.compile("/?[^*?#]*[^*/?#].*");

    private final SiteFacts facts;
    private final Flow flow;
    private final Set<Outcome> outcomes = new LinkedHashSet<>();
    private final Set<String> views = new LinkedHashSet<>();

    SpringAnswers(SiteFacts facts, @Nullable ClassFile type) {
        this.facts = facts;
        this.flow = new Flow(facts, type);
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** All pages that these methods name anywhere. */
    List<String> views() {
        return List.copyOf(views);
    }

    /** Reads the methods that take a request, as controllers without annotations have them. */
    void ofRequests() {
        for (var type : flow.family()) {
            for (var method : type.methods()) {
                boolean takes = method.descriptor().contains("HttpServletRequest")
                        || method.name().matches("onSubmit|doSubmitAction|processFinish");
                if (takes && !SHOWING.contains(method.name())) {
                    of(method);
                }
            }
        }
        var success = flow.given("successView");
        if (!success.isEmpty()) {
            answer(success, "success");
        }
    }

    /** Reads one method, and what it calls of its own class. */
    void of(Method method) {
        var recent = new ArrayList<String>();
        for (var at : flow.of(method)) {
            if (at.step() instanceof Text text) {
                recent.add(text.value());
                named(text.value());
                if (at.returns() || text.value().startsWith("redirect:")) {
                    answer(text.value(), "");
                }
            } else if (at.step() instanceof Call call) {
                call(call, at.returns(), recent);
            }
        }
    }

    private void call(Call call, boolean returns, List<String> recent) {
        boolean made = call.name().equals("<init>");
        if (made && call.owner().endsWith(".ModelAndView") && !recent.isEmpty()) {
            answer(recent.get(0), "");
            recent.clear();
        } else if (made && call.owner().endsWith(".RedirectView") && !recent.isEmpty()) {
            answer("redirect:" + recent.get(recent.size() - 1), "");
            recent.clear();
        } else if (call.name().equals("setViewName") && !recent.isEmpty()) {
            answer(recent.get(recent.size() - 1), "");
            recent.clear();
        } else if (returns) {
            returned(call);
        }
    }

    private void returned(Call call) {
        var getter = GETTER.matcher(call.name());
        var given = getter.matches() ? flow.given(getter.group(1)) : "";
        boolean view =
                call.descriptor().endsWith("ModelAndView;") || call.descriptor().endsWith("String;");
        if (!given.isEmpty()) {
            answer(given, getter.group(1));
        } else if (view && flow.isOutOfSight(call)) {
            outcomes.add(new Outcome(Way.REDIRECT, "/*", call.name()));
        }
    }

    private void named(String text) {
        var file = facts.views().file(text.replaceFirst("^forward:", ""));
        if (file != null) {
            views.add(file);
        }
    }

    /** What it answers by the name of a view. */
    void answer(String view, String name) {
        if (view.startsWith("redirect:")) {
            var to = view.substring("redirect:".length());
            boolean known = REDIRECT_TO_KNOWN.matcher(to).matches();
            outcomes.add(new Outcome(Way.REDIRECT, known ? CodeOutcomes.place(to) : "/*", name));
            return;
        }
        var shown = facts.views().shown(view.replaceFirst("^forward:", ""), name);
        if (shown != null) {
            outcomes.add(shown);
        }
    }
}
