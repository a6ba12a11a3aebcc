package io.github.usher.demo.sandbox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The routers that the tenant of the sandbox has, and the people behind them. */
final class Team {
    private static final List<Host> HOSTS = List.of(
            new Host("Priya Raman", "Inside Sales", "0050W0000076H5jQAE"),
            new Host("Tom Whitcombe", "Applications Engineer", "0050W0000076H5kQAE"),
            new Host("Hannah Okafor", "Area Sales Manager", "0050W0000076H5lQAE"));

    private static final Set<String> ROUTERS = routersInOrder();

    private Team() {}

    static Set<String> routers() {
        return ROUTERS;
    }

    /** The same queue always meets the same person. */
    static Host hostOf(String queue) {
        return HOSTS.get(Math.floorMod(queue.hashCode(), HOSTS.size()));
    }

    static Host after(Host host) {
        return HOSTS.get((HOSTS.indexOf(host) + 1) % HOSTS.size());
    }

    /** A queue's address is the router's name in lower case, with hyphens. */
    static String queueOf(String router) {
        return router.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> routersInOrder() {
        Set<String> names = new LinkedHashSet<>(List.of(
                "aldgate-inbound",
                "aldgate-demo",
                "aldgate-quotes",
                "aldgate-callback",
                "aldgate-brochure",
                "aldgate-showroom",
                "aldgate-service",
                "aldgate-training",
                "aldgate-dach",
                "aldgate-newsletter",
                "inbound-router",
                "inbound_router_name"));
        return Collections.unmodifiableSet(names);
    }
}
