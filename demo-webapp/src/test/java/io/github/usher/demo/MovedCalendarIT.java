package io.github.usher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A calendar that the vendor redirects inside the frame, from one host to another, in a real browser. */
class MovedCalendarIT {
    @Test
    void is_heard_from_the_tenants_own_host_of_another_cluster() throws Exception {
        calendarMovesTo("acme.na.chilipiper.com", browser -> {
            browser.awaitTextIn("#said", "Your meeting is booked.");
        });
    }

    @Test
    void is_not_heard_from_the_host_of_anybody_else() throws Exception {
        calendarMovesTo("another-tenant.chilipiper.com", browser -> {
            browser.run("window.addEventListener('message', function (event) { window.heard = event.data; })");
            browser.enterFrame();
            browser.awaitText("Moved");
            browser.run("parent.postMessage({action: 'close'}, '*'); parent.postMessage('the last', '*')");
            browser.leaveFrame();

            browser.await("its last message", () -> "the last".equals(browser.run("return window.heard")));
            assertThat(browser.find("#said").getText()).isEmpty();
        });
    }

    private interface Look {
        void at(Browser browser);
    }

    private static void calendarMovesTo(String host, Look look) throws Exception {
        try (var vendor = VendorHosts.whoseCalendarMovesTo(host)) {
            var demo = DemoServer.withUsher(url -> """
                    mode: send
                    chilipiper:
                      platform: legacy
                      tenant: acme
                      base-url: %s
                    forms:
                      contact:
                        path: /contact.do
                        accepted-when:
                          redirect: "/*thanks.jsp"
                        router: inbound
                        show: frame
                        lead:
                          LastName: ${last_name}
                          Company: ${company}
                          Email: ${email}
                    """.formatted(vendor.apiUrl()));
            try (var browser = Browser.start(true, vendor.browserArguments())) {
                browser.fillIn(demo.url(), SiteForm.of("contact", "ada@ae.example"));
                browser.submit();
                browser.awaitTitle("Choose a time for your meeting");
                look.at(browser);
            } finally {
                demo.stop();
            }
        }
    }
}
