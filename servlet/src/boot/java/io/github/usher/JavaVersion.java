package io.github.usher;

/**
 * The Java that Usher needs, and the one that runs here.
 *
 * <p>Compiled for Java 8, like every class that a container or a person starts by its name: what needs the newer Java
 * is only loaded after this was asked.
 */
public final class JavaVersion {
    private static final int NEEDED = 17;

    private JavaVersion() {}

    /**
     * The lowest Java that Usher runs on: 17. The system property {@code usher.required-java} can raise it, never lower
     * it; it is there for tests, to see what happens on a Java that is too old.
     */
    public static int needed() {
        return Math.max(NEEDED, Integer.getInteger("usher.required-java", NEEDED));
    }

    public static boolean isTooOld() {
        return feature(System.getProperty("java.specification.version")) < needed();
    }

    /** The version that runs here, as Java itself writes it: {@code 1.8.0_392}, {@code 17.0.15}. */
    public static String running() {
        return System.getProperty("java.version");
    }

    /** {@code 1.8} is 8, {@code 17} is 17. */
    static int feature(String specification) {
        return Integer.parseInt(specification.startsWith("1.") ? specification.substring(2) : specification);
    }
}
