package io.github.usher.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known at one place of a page: variables, the prefixes of its tag libraries, and the body of a tag file. */
final class Scope {
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> libraries;
    private final Set<String> bundles = new HashSet<>();
    private final Deque<String> closings = new ArrayDeque<>();
    private final Deque<String> namingForms;
    private final @Nullable Body body;

    /** What stands between the tags of a tag file, and belongs to the page that uses it. */
    record Body(String text, String file, Scope scope) {}

    private Scope(Map<String, String> libraries, Deque<String> namingForms, @Nullable Body body) {
        this.libraries = libraries;
        this.namingForms = namingForms;
        this.body = body;
    }

    static Scope ofPage() {
        return new Scope(new HashMap<>(), new ArrayDeque<>(), null);
    }

    Scope ofTagFile(Map<String, String> attributes, Body content) {
        var scope = new Scope(new HashMap<>(), namingForms, content);
        scope.variables.putAll(attributes);
        return scope;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** The variables that stand for message bundles. */
    Set<String> bundles() {
        return bundles;
    }

    /** Prefixes of tag libraries, to their addresses or folders. */
    Map<String, String> libraries() {
        return libraries;
    }

    @Nullable
    Body body() {
        return body;
    }

    boolean isTagFile() {
        return body != null;
    }

    /** What the tags that are open render at their ends, the last one first. */
    Deque<String> closings() {
        return closings;
    }

    /** What JSF's forms put in front of the names of their fields, the innermost first. */
    Deque<String> namingForms() {
        return namingForms;
    }
}
