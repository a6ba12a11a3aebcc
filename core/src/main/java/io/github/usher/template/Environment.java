package io.github.usher.template;

import org.jspecify.annotations.Nullable;

/** Where a template's references to {@code env.} come from. */
@FunctionalInterface
public interface Environment {
    /** The value of that name, or null where it is not set. */
    @Nullable
    String get(String name);

    /** The environment of this process, then its system properties. */
    static Environment ofThisProcess() {
        return name -> {
            var value = System.getenv(name);
            return value != null ? value : System.getProperty(name);
        };
    }
}
