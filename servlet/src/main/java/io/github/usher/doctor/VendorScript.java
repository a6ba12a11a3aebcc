package io.github.usher.doctor;

import io.github.usher.config.UsherConfig.Site;
import io.github.usher.doctor.Web.Answer;
import io.github.usher.site.VendorSnippet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether a page of the site also loads the vendor's own script, which would route each lead a second time. */
final class VendorScript {
    private static final String TOPIC = "vendor's script";

    private final Site site;
    private final List<URI> pages;
    private final Web web;

    VendorScript(Site site, List<URI> pages, Web web) {
        this.site = site;
        this.pages = pages;
        this.web = web;
    }

    void look(Consumer<Finding> to) {
        var all = new ArrayList<>(pages);
        var url = site.url();
        if (all.isEmpty() && url != null) {
            all.add(URI.create(url + "/"));
        }
        if (all.isEmpty()) {
            to.accept(Finding.skipped(TOPIC, "No page was looked at. Name that of the form: --page https://…"));
        }
        all.forEach(page -> to.accept(finding(page, web.get(page))));
    }

    private static Finding finding(URI address, Answer answer) {
        if (!(answer instanceof Answer.Page page) || page.status() != 200) {
            return Finding.skipped(TOPIC, address + " shows no page, so that it could not be looked at.");
        }
        var found = VendorSnippet.in(page.body());
        return found == null
                ? Finding.ok(TOPIC, address + " does not load it.")
                : Finding.bad(
                        TOPIC,
                        address + " loads it (" + found + "), and each lead would be routed twice.",
                        "Take the script out of that page; Usher does its work.");
    }
}
