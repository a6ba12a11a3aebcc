package io.github.usher.routing;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Whose messages the page that frames a booking page listens to: a list of whole origins, which are compared exactly.
 * The vendor sends the pages of one tenant from several hosts ({@code acme.chilipiper.com}, {@code
 * acme.na.chilipiper.com}) and redirects from one to another inside the frame.
 */
public final class MessageOrigins {
    private static final String VENDOR = ".chilipiper.com";
    /** The cluster that the vendor's documentation names. */
    private static final String DOCUMENTED = "na";

    private MessageOrigins() {}

    /**
     * The origin of the page that is framed; where that is the vendor's, the tenant's other hosts; and the hosts that
     * the config names one by one. Hosts that are only known by a wildcard are not in it.
     *
     * @param framed an address that {@link BookingHosts#trusted} let through
     */
    public static List<String> of(URI framed, BookingHosts hosts, String tenant, URI baseUrl) {
        var origins = new LinkedHashSet<String>();
        origins.add(
                framed.getScheme() + "://" + framed.getHost() + (framed.getPort() == -1 ? "" : ":" + framed.getPort()));
        if (isVendors(framed)) {
            var clusters = new TreeSet<>(List.of("", DOCUMENTED, cluster(framed), cluster(baseUrl)));
            for (var name : List.of(framed.getHost().split("\\.", 2)[0], tenant.toLowerCase(Locale.ROOT))) {
                clusters.forEach(
                        cluster -> origins.add("https://" + name + (cluster.isEmpty() ? "" : "." + cluster) + VENDOR));
            }
        }
        origins.addAll(hosts.exactOrigins());
        return List.copyOf(origins);
    }

    private static boolean isVendors(URI address) {
        return address.getHost() != null && address.getHost().endsWith(VENDOR);
    }

    /** The {@code na} of {@code acme.na.chilipiper.com}; blank where there is none. */
    private static String cluster(URI address) {
        if (!isVendors(address)) {
            return "";
        }
        var labels = address.getHost()
                .substring(0, address.getHost().length() - VENDOR.length())
                .split("\\.", -1);
        return labels.length == 2 ? labels[1].toLowerCase(Locale.ROOT) : "";
    }
}
