package io.github.usher.config;

import io.github.usher.form.UrlPattern.Exact;
import io.github.usher.form.UrlPattern.Extension;
import io.github.usher.form.UrlPattern.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the forms that a request may belong to, by its path inside the application and its method. What more a form
 * asks for ({@code fields}) is seen when the form is read. Immutable and thread-safe.
 */
public final class FormMatcher {
    private final Map<String, List<FormConfig>> exact = new HashMap<>();
    private final Map<String, List<FormConfig>> byExtension = new HashMap<>();
    private final Map<String, List<FormConfig>> byPrefix = new HashMap<>();
    private final int longestPrefix;

    public FormMatcher(List<FormConfig> forms) {
        int longest = -1;
        for (var form : forms) {
            for (var pattern : form.paths()) {
                if (pattern instanceof Exact found) {
                    add(exact, found.path(), form);
                } else if (pattern instanceof Extension found) {
                    add(byExtension, found.extension(), form);
                } else if (pattern instanceof Prefix found) {
                    add(byPrefix, found.prefix(), form);
                    longest = Math.max(longest, found.prefix().length());
                }
            }
        }
        longestPrefix = longest;
    }

    private static void add(Map<String, List<FormConfig>> forms, String key, FormConfig form) {
        forms.computeIfAbsent(key, any -> new ArrayList<>(1)).add(form);
    }

    /** The forms that post there, the most exact pattern first, then in the order of the config. */
    public List<FormConfig> candidates(String path, String method) {
        var found = exact.get(path);
        if (found == null && longestPrefix < 0 && byExtension.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<FormConfig>();
        addWithMethod(found, method, all);
        if (longestPrefix >= 0) {
            addPrefixes(path, method, all);
        }
        int dot = byExtension.isEmpty() ? -1 : path.lastIndexOf('.');
        if (dot > path.lastIndexOf('/')) {
            addWithMethod(byExtension.get(path.substring(dot)), method, all);
        }
        return all;
    }

    private void addPrefixes(String path, String method, List<FormConfig> all) {
        for (int end = path.length(); end >= 0; end = end == 0 ? -1 : path.lastIndexOf('/', end - 1)) {
            if (end <= longestPrefix) {
                addWithMethod(byPrefix.get(path.substring(0, end)), method, all);
            }
        }
    }

    private static void addWithMethod(
            @org.jspecify.annotations.Nullable List<FormConfig> forms, String method, List<FormConfig> all) {
        if (forms == null) {
            return;
        }
        for (var form : forms) {
            if (form.methods().contains(method) && !all.contains(form)) {
                all.add(form);
            }
        }
    }
}
