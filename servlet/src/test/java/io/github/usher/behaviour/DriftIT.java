package io.github.usher.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.App;
import io.github.usher.container.Container;
import io.github.usher.container.ContainerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form of a running site that is edited under Usher's feet: said once each, in the log and to the site's own code. */
@Tag("long")
class DriftIT {
    private static final App SITE = App.at("/shop")
            .file("thanks.jsp", "<%@ page session=\"false\" %>Thanks")
            .file("submit.jsp", "<% response.sendRedirect(request.getContextPath() + \"/thanks.jsp\"); %>")
            .file("WEB-INF/classes/META-INF/services/io.github.usher.SubmissionListener", "site.Heard\n")
            .source("site.Heard", """
                    package site;
                    public class Heard implements io.github.usher.SubmissionListener {
                        public void on(io.github.usher.SubmissionEvent event) {}
                        @Override public void drifted(String form, String sentence) {
                            System.out.println("the site heard of " + form + ": " + sentence);
                        }
                    }
                    """)
            .config("""
                    mode: observe
                    chilipiper:
                      platform: legacy
                      tenant: acme
                    forms:
                      contact:
                        path: /submit.jsp
                        accepted-when:
                          redirect: /thanks.jsp
                        router: inbound
                        lead:
                          LastName: ${name}
                          Email: ${email}
                          Company: ${company}
                          Industry:
                            value: ${sector}
                            values:
                              a: Aerospace
                              b: Banking
                    """);

    private static int people;

    @Test
    void a_field_that_stops_a_new_one_and_an_unknown_option_are_each_told_once() throws Exception {
        try (var container = Container.of(ContainerKind.TOMCAT_10_1).with(SITE).start()) {
            submit(container, 22, "company", "AE", "sector", "a");
            submit(container, 8, "sector", "a", "telephone", "0121 496 0100");
            submit(container, 2, "sector", "submarines", "telephone", "0121 496 0100");

            container.awaitLog("the site heard of contact: The field company has stopped coming");
            container.awaitLog("the site heard of contact: A new field telephone");
            container.awaitLog("forms.contact.lead.Industry.values");
            assertThat(container.log()).noneMatch(line -> line.contains("submarines") || line.contains("0121 496"));
            assertThat(container.log().stream().filter(line -> line.contains("has stopped coming")))
                    .as("the log, and the site's own code")
                    .hasSize(2);
        }
    }

    private static void submit(Container container, int times, String... more) {
        for (int i = 0; i < times; i++) {
            var fields = new ArrayList<>(List.of("name", "N" + people, "email", "n" + people + "@ae.example"));
            fields.addAll(List.of(more));
            people++;
            var reply = container.visitor("/shop").post("/submit.jsp", fields.toArray(String[]::new));
            assertThat(reply.status()).isEqualTo(302);
        }
    }
}
