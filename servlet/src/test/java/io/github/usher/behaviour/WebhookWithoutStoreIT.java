package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.booking.SiteSecrets;
import io.github.usher.container.Build;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.Visitor;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A webhook that comes while the store is away is asked for once more, and never said to be kept. */
class WebhookWithoutStoreIT {
    private static final String SECRET = "a-secret-of-the-site";
    private static final String ID = "7Q4K000001";

    @Test
    void is_answered_by_503_where_it_is_rightly_signed_and_by_403_where_it_is_not() throws Exception {
        var config = FaultySite.config(
                        "site", URI.create("http://127.0.0.1:9"), Duration.ofSeconds(1), Duration.ofSeconds(1))
                .replace("site:\n", "site:\n  url: https://www.example.com/site\n  secret: " + SECRET + "\n")
                .concat("store:\n  dir: /dev/null/usher\n");
        try (var container = Container.of(ContainerKind.TOMCAT_10_1)
                .sharing(Build.usherJar())
                .with(FaultySite.pages("/site").config(config))
                .start()) {
            var visitor = container.visitor("/site");
            var mac = new SiteSecrets(List.of(SECRET)).webhookMac(ID);

            assertThat(status(visitor, "/usher/webhook/" + ID + "/" + mac)).isEqualTo(503);
            assertThat(status(visitor, "/usher/webhook/" + ID + "/" + mac + "x"))
                    .isEqualTo(403);
            assertThat(visitor.get("/index.jsp").text()).isEqualTo("the site");
        }
    }

    private static int status(Visitor visitor, String path) {
        var event = "{\"eventId\": \"608b31626000850001c9a036\", \"actionType\": \"create\"}";
        return visitor.send(visitor.request(path).POST(BodyPublishers.ofString(event)))
                .status();
    }
}
