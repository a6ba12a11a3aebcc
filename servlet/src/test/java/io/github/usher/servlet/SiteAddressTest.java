package io.github.usher.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.Network;
import io.github.usher.config.UsherConfig.Site;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteAddressTest {
    private final FakeRequest request = new FakeRequest();

    @ParameterizedTest
    @CsvSource({
        "/shop/thanks.jsp, /thanks.jsp, /shop/thanks.jsp",
        "thanks.jsp?a=b#c, /thanks.jsp, /shop/thanks.jsp?a=b#c",
        "./x/../thanks.jsp, /thanks.jsp, /shop/thanks.jsp",
        "../other/page, '', /other/page",
        "http://www.acme.example:8080/shop/thanks.jsp, /thanks.jsp, /shop/thanks.jsp",
        "//www.acme.example:8080/shop/thanks.jsp, /thanks.jsp, /shop/thanks.jsp",
        "https://elsewhere.example/thanks.jsp, '', https://elsewhere.example/thanks.jsp",
        "http://www.acme.example:9090/shop/thanks.jsp, '', http://www.acme.example:9090/shop/thanks.jsp",
        "?done, /contact.do, /shop/contact.do?done",
        "/shop/th%C3%A4nks, /thänks, /shop/th%C3%A4nks",
        "/shop/a;v=1/thanks.jsp;x, /a/thanks.jsp, /shop/a;v=1/thanks.jsp;x",
        "/shopping/thanks.jsp, '', /shopping/thanks.jsp",
    })
    void a_location_is_understood_as_a_browser_would(String location, String inside, String kept) {
        var place = of(location);

        assertThat(place.inside()).isEqualTo(inside);
        assertThat(place.address()).isEqualTo(kept);
    }

    @Test
    void a_session_id_is_cut_out_and_remembered() {
        var place = of("/shop/thanks.jsp;jsessionid=ABC123.node1?a=b");

        assertThat(place.address()).isEqualTo("/shop/thanks.jsp?a=b");
        assertThat(place.inside()).isEqualTo("/thanks.jsp");
        assertThat(place.sessionId()).isEqualTo("ABC123.node1");
        assertThat(place.asPage().session()).isNotNull().doesNotContain("ABC123");
    }

    @ParameterizedTest
    @CsvSource({
        "thanks.jsp?a=b, /thanks.jsp, /public/thanks.jsp?a=b",
        "/shop/thanks.jsp, /thanks.jsp, /public/thanks.jsp",
        "/public/thanks.jsp, /thanks.jsp, /public/thanks.jsp",
        "/other/thanks.jsp, '', /other/thanks.jsp",
    })
    void behind_a_front_server_with_another_path_a_place_is_kept_as_the_world_finds_it(
            String location, String inside, String kept) {
        request.remote = "10.0.0.5";
        request.headers.put("X-Forwarded-Host", "shop.example");
        request.headers.put("X-Forwarded-Proto", "https");

        var place = of(location, site(URI.create("https://shop.example/public"), "10.0.0.0/8"));

        assertThat(place.inside()).isEqualTo(inside);
        assertThat(place.address()).isEqualTo(kept);
    }

    @Test
    void who_comes_past_the_front_server_is_told_the_context_path() {
        assertThat(of("thanks.jsp", site(URI.create("https://shop.example/public")))
                        .address())
                .isEqualTo("/shop/thanks.jsp");
    }

    @Test
    void an_address_by_the_name_that_a_trusted_proxy_forwarded_is_inside() {
        request.remote = "10.0.0.5";
        request.headers.put("X-Forwarded-Host", "shop.example");
        request.headers.put("X-Forwarded-Proto", "https");

        assertThat(of("https://shop.example/shop/thanks.jsp", site(null, "10.0.0.0/8"))
                        .inside())
                .isEqualTo("/thanks.jsp");
        assertThat(of("https://shop.example/shop/thanks.jsp", site(null)).inside())
                .isEmpty();
    }

    @Test
    void an_address_under_the_sites_own_url_is_inside_whatever_the_front_server_calls_the_application() {
        assertThat(of("https://acme.example/store/thanks.jsp?x=1", site(URI.create("https://acme.example/store")))
                        .inside())
                .isEqualTo("/thanks.jsp");
    }

    @Test
    void the_query_stays_out_of_the_log() {
        assertThat(of("/shop/thanks.jsp?email=ada@ae.example").forLog()).isEqualTo("/thanks.jsp");
        assertThat(of("https://else.example/x?email=ada@ae.example").forLog()).isEqualTo("https://else.example/x");
    }

    private SiteAddress of(String location) {
        return of(location, site(null));
    }

    private SiteAddress of(String location, Site site) {
        return SiteAddress.of(location, request.asRequest(), site);
    }

    private static Site site(@Nullable URI url, String... proxies) {
        var networks = List.of(proxies).stream().map(Network::parse).toList();
        return new Site(url, "/usher", List.of(), null, networks, null, 8);
    }
}
