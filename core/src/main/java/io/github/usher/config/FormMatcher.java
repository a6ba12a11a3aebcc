package io.github.usher.config;

import io.github.usher.form.UrlPattern.Exact;
import io.github.usher.form.UrlPattern.Extension;
import io.github.usher.form.UrlPattern.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the forms that a request may belong to, by its path inside the application and its method. What more a form
 * asks for ({@code fields}) is seen when the form is read. Immutable and thread-safe.
 */
public final class FormMatcher {
    private final Map<String, List<FormConfig>> exact = new HashMap<>();
    private final Map<String, List<FormConfig>> byExtension = new HashMap<>();
    private final Map<String, List<FormConfig>> byPrefix = new HashMap<>();
    private final Set<String> methods = new HashSet<>();
    private final Sieve exactOnes;
    private final Sieve extensions;
    private final Sieve prefixes;
    private final int[] prefixLengths;

    public FormMatcher(List<FormConfig> forms) {
        for (var form : forms) {
            methods.addAll(form.methods());
            for (var pattern : form.paths()) {
                if (pattern instanceof Exact found) {
                    add(exact, found.path(), form);
                } else if (pattern instanceof Extension found) {
                    add(byExtension, found.extension(), form);
                } else if (pattern instanceof Prefix found) {
                    add(byPrefix, found.prefix(), form);
                }
            }
        }
        exactOnes = new Sieve(exact.keySet());
        extensions = new Sieve(byExtension.keySet());
        prefixes = new Sieve(byPrefix.keySet());
        prefixLengths = byPrefix.keySet().stream()
                .mapToInt(String::length)
                .distinct()
                .map(length -> -length)
                .sorted()
                .map(length -> -length)
                .toArray();
    }

    private static void add(Map<String, List<FormConfig>> forms, String key, FormConfig form) {
        forms.computeIfAbsent(key, any -> new ArrayList<>(1)).add(form);
    }

    /** Whether any form takes requests of that method. */
    public boolean takes(String method) {
        return methods.contains(method);
    }

    /**
     * The forms that post there, the most exact pattern first, then in the order of the config. For nearly every request
     * that belongs to none this costs the same, however many forms there are, and makes no garbage.
     */
    public List<FormConfig> candidates(String path, String method) {
        if (!takes(method)) {
            return List.of();
        }
        int dot = extension(path);
        boolean mayBeExact = exactOnes.mayHold(path, 0, path.length());
        boolean mayHaveExtension = dot >= 0 && extensions.mayHold(path, dot, path.length());
        boolean mayHavePrefix = mayHavePrefix(path);
        if (!mayBeExact && !mayHaveExtension && !mayHavePrefix) {
            return List.of();
        }
        var all = new ArrayList<FormConfig>();
        addWithMethod(exact.get(path), method, all);
        if (mayHavePrefix) {
            for (int length : prefixLengths) {
                if (endsPart(path, length)) {
                    addWithMethod(byPrefix.get(path.substring(0, length)), method, all);
                }
            }
        }
        if (mayHaveExtension) {
            addWithMethod(byExtension.get(path.substring(dot)), method, all);
        }
        return all;
    }

    private boolean mayHavePrefix(String path) {
        for (int length : prefixLengths) {
            if (endsPart(path, length) && prefixes.mayHold(path, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of the path, between slashes, ends there. */
    private static boolean endsPart(String path, int length) {
        return length == path.length() || (length < path.length() && path.charAt(length) == '/');
    }

    /** Where the extension begins, with its dot; -1 where there is none. */
    private static int extension(String path) {
        for (int i = path.length() - 1; i >= 0; i--) {
            char c = path.charAt(i);
            if (c == '.') {
                return i;
            }
            if (c == '/') {
                return -1;
            }
        }
        return -1;
    }

    private static void addWithMethod(@Nullable List<FormConfig> forms, String method, List<FormConfig> all) {
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
