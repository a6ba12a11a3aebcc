package io.github.usher.delivery;

import io.github.usher.config.UsherConfig;
import io.github.usher.config.UsherConfig.ChiliPiper;
import io.github.usher.config.UsherConfig.Secret;
import io.github.usher.routing.BookingHosts;
import io.github.usher.routing.ClientSettings;
import io.github.usher.routing.Endpoint;
import io.github.usher.routing.HttpRoutingClient;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a config the clients of the API go by. Equal where they would do the same.
 *
 * @param tokens of forms that have one of their own, by the form's name
 */
public record ApiClients(ChiliPiper config, Map<String, Secret> tokens) {

    public static ApiClients of(UsherConfig config) {
        var tokens = new LinkedHashMap<String, Secret>();
        config.forms().forEach(form -> {
            var token = form.token();
            if (token != null) {
                tokens.put(form.name(), token);
            }
        });
        return new ApiClients(config.chiliPiper(), tokens);
    }

    /** The generations of the API that a config's forms speak. */
    static Set<Endpoint> spoken(UsherConfig config) {
        var spoken = EnumSet.noneOf(Endpoint.class);
        config.forms().forEach(form -> spoken.add(form.mapping().to().endpoint()));
        return spoken;
    }

    /** A client, started; who asks for it closes it. */
    public HttpRoutingClient client(Endpoint endpoint) {
        return new HttpRoutingClient(
                endpoint,
                new ClientSettings(
                        endpoint.baseUrl(config.baseUrl(), config.tenant()),
                        config.tenant(),
                        config.callTimeout(),
                        config.callsAtOnce(),
                        config.proxy(),
                        new BookingHosts(config.bookingHosts(), config.baseUrl()),
                        this::token));
    }

    /** Where leads of that generation go: host and port. */
    String host(Endpoint endpoint) {
        return endpoint.baseUrl(config.baseUrl(), config.tenant()).getAuthority();
    }

    private @Nullable String token(@Nullable String form) {
        var own = form == null ? null : tokens.get(form);
        var token = own == null ? config.token() : own;
        return token == null ? null : token.text();
    }
}
