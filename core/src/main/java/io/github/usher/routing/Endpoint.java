package io.github.usher.routing;

import java.net.URI;
import java.util.Locale;

/** Which generation of the routing API a lead goes to. */
public enum Endpoint {
    /** {@code POST https://api.chilipiper.com/marketing/TENANT}: documented by the vendor. */
    LEGACY("legacy API"),
    /**
     * The public address of the Demand Conversion Platform, {@code POST
     * https://TENANT.chilipiper.com/concierge-router/SLUG/rest}: seen in the vendor's own client.
     */
    CONCIERGE("public concierge address"),
    /**
     * The Edge API of the Demand Conversion Platform, {@code POST
     * https://fire.chilipiper.com/api/fire-edge/v1/org/concierge/routers/SLUG/rest}, with a token: documented.
     */
    EDGE("Edge API");

    private static final String VENDOR = ".chilipiper.com";

    private final String words;

    Endpoint(String words) {
        this.words = words;
    }

    /** How a sentence calls it, without an article. */
    public String words() {
        return words;
    }

    public boolean isLegacy() {
        return this == LEGACY;
    }

    /**
     * Where it is reached: at the given address where that can be its own, otherwise at the vendor's. A host of the
     * vendor's belongs to one generation alone ({@code api…} to legacy, {@code fire…} to Edge, any other to concierge);
     * a sandbox or a gateway stands for all of them.
     */
    public URI baseUrl(URI configured, String tenant) {
        var host = String.valueOf(configured.getHost()).toLowerCase(Locale.ROOT);
        return !host.endsWith(VENDOR) || ofVendorsHost(host) == this ? configured : standard(tenant);
    }

    /** The vendor's own address for a tenant. */
    public URI standard(String tenant) {
        return switch (this) {
            case LEGACY -> URI.create("https://api.chilipiper.com");
            case CONCIERGE -> URI.create("https://" + tenant + VENDOR);
            case EDGE -> URI.create("https://fire.chilipiper.com");
        };
    }

    private static Endpoint ofVendorsHost(String host) {
        return switch (host.substring(0, host.indexOf('.'))) {
            case "api" -> LEGACY;
            case "fire" -> EDGE;
            default -> CONCIERGE;
        };
    }
}
