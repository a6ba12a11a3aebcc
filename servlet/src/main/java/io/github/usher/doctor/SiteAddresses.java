package io.github.usher.doctor;

import io.github.usher.config.UsherConfig.Site;
import io.github.usher.doctor.Web.Answer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/** Whether the world reaches Usher's own pages: the hand-off page for visitors, the webhook for Chili Piper. */
final class SiteAddresses {
    private final Site site;
    private final Web web;

    SiteAddresses(Site site, Web web) {
        this.site = site;
        this.web = web;
    }

    void look(Consumer<Finding> to) {
        var url = site.url();
        if (url == null) {
            to.accept(Finding.skipped(
                    "hand-off address",
                    "site.url is not set, so that nobody can ask from here. Set it to have it tried."));
            to.accept(Finding.skipped("webhook address", "Without site.url there is none, and bookings are not told."));
            return;
        }
        var ping = URI.create(url + site.basePath() + (isByQuery() ? "?ping" : "/ping"));
        var finding = handOff(ping, web.get(ping));
        to.accept(finding);
        to.accept(webhook(url, finding.verdict() == Finding.Verdict.OK));
    }

    /** Behind a front server that passes on only an extension, all stands in the query. */
    private boolean isByQuery() {
        return site.basePath().lastIndexOf('.') > site.basePath().lastIndexOf('/');
    }

    private Finding handOff(URI ping, Answer answer) {
        var topic = "hand-off address";
        if (answer instanceof Answer.None none) {
            return Finding.bad(topic, ping + ": " + none.trouble().sentence(), SITE_ADVICE);
        }
        var page = (Answer.Page) answer;
        if (page.status() == 200 && page.body().strip().equals("usher")) {
            return Finding.ok(topic, ping + " answers as Usher.");
        }
        if (page.status() >= 300 && page.status() < 400) {
            return Finding.bad(
                    topic,
                    ping + " answers with a redirect to "
                            + page.headers().firstValue("Location").orElse("nowhere") + ".",
                    "Write site.url as visitors see it (https, with or without www), and let " + site.basePath()
                            + " pass without a login.");
        }
        if (page.status() == 401 || page.status() == 403) {
            return Finding.bad(
                    topic,
                    ping + " asks for a login (HTTP " + page.status() + ").",
                    "Let " + site.basePath() + " pass in the front server and in the site's own security.");
        }
        return Finding.bad(
                topic,
                ping + " answers (HTTP " + page.status() + "), and not as Usher.",
                "Usher is off there, site.url lacks the context path, or the front server does not pass "
                        + site.basePath() + " on: then move it with site.base-path.");
    }

    private static final String SITE_ADVICE =
            "Check site.url. If only this machine cannot reach it, open the address in a browser outside.";

    private Finding webhook(URI url, boolean answers) {
        var topic = "webhook address";
        var address = url + site.basePath() + (isByQuery() ? "?webhook=ID.MAC" : "/webhook/ID/MAC");
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Finding.warning(
                    topic,
                    address + " is without TLS: what Chili Piper posts there can be read on the way.",
                    "Write site.url with https:// where the site has it.");
        }
        if (isInside(url.getHost())) {
            return Finding.warning(
                    topic,
                    url.getHost() + " is an address of an inner network, which Chili Piper cannot reach.",
                    "Write site.url as the world reaches the site.");
        }
        return answers
                ? Finding.ok(topic, address + " leads to the same Usher.")
                : Finding.bad(
                        topic, address + " leads to no Usher, as the hand-off address shows.", "Mend that first.");
    }

    private static boolean isInside(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (UnknownHostException toldAbove) {
            // The hand-off address has said so.
            return false;
        }
    }
}
