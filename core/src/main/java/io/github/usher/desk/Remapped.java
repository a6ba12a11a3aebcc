package io.github.usher.desk;

import io.github.usher.config.FormConfig;
import io.github.usher.form.Submitted;
import io.github.usher.mapping.LeadMapper;
import io.github.usher.mapping.Value;
import io.github.usher.routing.RoutingRequest;
import io.github.usher.submission.Submission;
import io.github.usher.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission mapped once more by the config of today.
 *
 * <p>Only the form's own fields were kept. What came from the query, a cookie or a header stays as it was then.
 *
 * @param differences key by key, as {@code lead.Company: "Acme" becomes "Acme Ltd"}
 * @param why why it cannot be sent like that; null where it can
 */
record Remapped(
        Submission submission,
        List<String> differences,
        @Nullable String why) {
    static Remapped unchanged(Submission submission) {
        return new Remapped(submission, List.of(), null);
    }

    static Remapped impossible(Submission submission, String why) {
        return new Remapped(submission, List.of(), why);
    }

    static Remapped by(FormConfig form, Submission before) {
        var mapped = new LeadMapper().map(form.mapping(), form.handOff(), Submitted.of(before.kept()));
        if (mapped.notSent() != null) {
            return impossible(before, "It would not be sent: " + mapped.notSent());
        }
        var request = keeping(form, before.request(), mapped.request());
        // Its booking page has been shown or has been missed: how the prospect goes on stays.
        var after = before.remapped(request, before.plan(), mapped.notes());
        return new Remapped(after, differences(before.request(), request), null);
    }

    private static RoutingRequest keeping(FormConfig form, RoutingRequest before, RoutingRequest after) {
        var mapping = form.mapping();
        return after.with(
                keeping(mapping.lead(), before.form(), after.form()),
                keeping(mapping.options(), before.options(), after.options()),
                utm(mapping.utm(), before.utm(), after.utm()),
                keeping(mapping.salesforceEvent(), before.event(), after.event()));
    }

    /** What is blank now and was not then, and never came from the form's own fields. */
    private static <T> Map<String, T> keeping(Map<String, Value> mapping, Map<String, T> before, Map<String, T> after) {
        var kept = new LinkedHashMap<>(after);
        mapping.forEach((key, value) -> {
            var then = before.get(key);
            if (then != null && !after.containsKey(key) && isFromElsewhere(value)) {
                kept.put(key, then);
            }
        });
        return kept;
    }

    /** Without a word in the config the campaign may have come from the page's own address. */
    private static Map<String, String> utm(
            Map<String, Value> mapping, Map<String, String> before, Map<String, String> after) {
        var kept = new LinkedHashMap<>(keeping(mapping, before, after));
        before.forEach((key, then) -> {
            if (!mapping.containsKey(key)) {
                kept.putIfAbsent(key, then);
            }
        });
        return kept;
    }

    private static boolean isFromElsewhere(Value value) {
        return value.templates().stream().anyMatch(Remapped::isFromElsewhere);
    }

    private static boolean isFromElsewhere(Template template) {
        return !template.isConstant() && template.fieldNames().isEmpty();
    }

    private static List<String> differences(RoutingRequest before, RoutingRequest after) {
        var then = SubmissionView.request(before);
        var now = SubmissionView.request(after);
        var keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        var differences = new ArrayList<String>();
        for (var key : keys) {
            compare(key, then.get(key), now.get(key), differences);
        }
        return differences;
    }

    private static void compare(String key, @Nullable Object then, @Nullable Object now, List<String> into) {
        if (then instanceof Map<?, ?> || now instanceof Map<?, ?>) {
            var before = then instanceof Map<?, ?> map ? map : Map.of();
            var after = now instanceof Map<?, ?> map ? map : Map.of();
            var names = new LinkedHashSet<Object>(before.keySet());
            names.addAll(after.keySet());
            names.forEach(name -> compare(key + "." + name, before.get(name), after.get(name), into));
        } else if (then == null && now != null) {
            into.add(key + ": \"" + now + "\" is new");
        } else if (then != null && now == null) {
            into.add(key + ": \"" + then + "\" is left out");
        } else if (then != null && !then.equals(now)) {
            into.add(key + ": \"" + then + "\" becomes \"" + now + "\"");
        }
    }
}
