package io.github.usher.routing;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a router in the addresses of the Demand Conversion Platform: lower case, {@code [-0-9a-z_]+}. */
public final class RouterSlug {
    private static final Pattern SLUG = Pattern.compile("[-0-9a-z_]+");

    private RouterSlug() {}

    /** The slug that was meant, where only its case may be wrong. */
    public static String of(String router) {
        return router.toLowerCase(Locale.ROOT);
    }

    public static boolean isOne(String router) {
        return SLUG.matcher(router).matches();
    }
}
