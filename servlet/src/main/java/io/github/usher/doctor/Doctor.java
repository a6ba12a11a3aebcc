package io.github.usher.doctor;

import io.github.usher.config.UsherConfig;
import io.github.usher.config.UsherConfig.Platform;
import io.github.usher.routing.Destination;
import io.github.usher.store.StoreSite;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Looks at everything, in the order in which one thing needs the other. Used once, by one thread. */
public final class Doctor {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final UsherConfig config;
    private final @Nullable Platform platform;
    private final StoreSite place;
    private final List<URI> pages;
    private final SSLContext tls;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * @param platform looked at instead of that of the config, as before a move; null: that of the config
     * @param place where the application runs that keeps the store
     * @param pages further pages of the site on which the vendor's script may stand
     */
    public Doctor(UsherConfig config, @Nullable Platform platform, StoreSite place, List<URI> pages) {
        this(config, platform, place, pages, platformTrust(), PATIENCE, InstantSource.system());
    }

    /** @param patience with each thing that is asked */
    Doctor(
            UsherConfig config,
            @Nullable Platform platform,
            StoreSite place,
            List<URI> pages,
            SSLContext tls,
            Duration patience,
            InstantSource clock) {
        this.config = config;
        this.platform = platform;
        this.place = place;
        this.pages = List.copyOf(pages);
        this.tls = tls;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param to is told each finding as soon as it is known: some take seconds */
    public void examine(Consumer<Finding> to) {
        var routers = new Routers(config, this::moved);
        for (var endpoint : routers.endpoints()) {
            var address = routers.address(endpoint);
            var proxy = config.chiliPiper().proxy();
            boolean reached = new WayToApi(address, proxy, tls, patience, clock).look(to);
            routers.look(endpoint, reached, to);
            if (reached) {
                new ClockOfApi(new Web(tls, proxy, patience), clock).look(address, to);
            }
        }
        routers.tellUnknown(to);
        new StorePlace(config.store(), place, clock).look(to);
        var site = new Web(tls, null, patience);
        new SiteAddresses(config.site(), site).look(to);
        new VendorScript(config.site(), pages, site).look(to);
    }

    private Destination moved(Destination own) {
        if (platform == null || (platform == Platform.LEGACY) == own.endpoint().isLegacy()) {
            return own;
        }
        if (platform == Platform.LEGACY) {
            return Destination.legacy();
        }
        return config.chiliPiper().token() == null ? Destination.concierge() : Destination.edge(null);
    }

    private static SSLContext platformTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has TLS.", impossible);
        }
    }
}
