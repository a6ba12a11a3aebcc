package io.github.usher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.config.ConfigReader;
import io.github.usher.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteAdviceTest {
    private static final String CONFIG = """
            chilipiper:
              platform: legacy
              tenant: acme
            forms:
              contact:
                path: /contact.do
                accepted-when:
                  redirect: /thanks.jsp
                router: inbound
                lead:
                  LastName: ${last_name}
                  Company: ${company}
                  Email: ${email}
            """;
    private static final String PAGE = """
            <form method="post" action="contact.do">
              <input name="last_name"><input name='company'><form:input path="email"/>
            </form>
            """;
    private static final String OURS = """
            <filter>
              <filter-name>usher</filter-name>
              <filter-class>io.github.usher.servlet.UsherFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            """;
    private static final String MAPPED = """
            <filter-mapping>
              <filter-name>usher</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>FORWARD</dispatcher>
            </filter-mapping>
            """;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path site;

    private String config = CONFIG;

    @BeforeEach
    void site() throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        add("contact.jsp", PAGE);
        add("thanks.jsp", "<p>Thank you</p>");
    }

    private void add(String path, String text) throws IOException {
        var file = site.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void webXml(String inside) throws IOException {
        add(
                "WEB-INF/web.xml",
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + inside + "</web-app>");
    }

    private List<String> told() throws IOException {
        return told(site);
    }

    private List<String> told(Path where) throws IOException {
        var file = Files.writeString(folder.resolve("usher.yaml"), config);
        var read = Objects.requireNonNull(
                new ConfigReader(name -> null).check(file).config());
        return SiteAdvice.of(read, where).stream().map(Problem::toString).toList();
    }

    @Test
    void nothing_is_said_of_a_site_that_goes_together_with_its_config() throws IOException {
        webXml(OURS + MAPPED);

        assertThat(told()).isEmpty();
    }

    @Test
    void a_war_is_read_as_it_lies_there() throws IOException {
        var war = folder.resolve("shop.war");
        try (var out = new ZipOutputStream(Files.newOutputStream(war))) {
            out.putNextEntry(new ZipEntry("contact.jsp"));
            out.write(PAGE.replace("company", "firm").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("thanks.jsp"));
        }

        assertThat(told(war))
                .containsExactly(
                        "usher.yaml:12 contact: no form of the site has a field company. Look at the page's source.");
    }

    @Nested
    class Fields {
        @Test
        void one_that_no_form_has_is_told_with_its_line_and_the_nearest() throws IOException {
            config = CONFIG.replace("${last_name}", "${lastname}");

            assertThat(told())
                    .containsExactly(
                            "usher.yaml:11 contact: no form of the site has a field lastname. Did you mean last_name?");
        }

        @Test
        void names_by_pattern_and_of_jsf_are_found() throws IOException {
            config = CONFIG.replace("${email}", "${*:email}").replace("${company}", "${form:company}");

            assertThat(told()).isEmpty();
        }
    }

    @Nested
    class Places {
        @Test
        void a_page_that_the_site_does_not_have() throws IOException {
            config = CONFIG.replace("/thanks.jsp", "/thank.jsp");

            assertThat(told())
                    .containsExactly(
                            "usher.yaml:8 redirect: the site has no page /thank.jsp. Did you mean /thanks.jsp?");
        }

        @Test
        void a_tag_that_no_page_runs() throws IOException {
            config = CONFIG.replace("accepted-when:\n      redirect: /thanks.jsp", "accepted-when: tag");

            assertThat(told())
                    .containsExactly("usher.yaml:7 accepted-when: no page of the site holds <usher:booking/>, so that"
                            + " contact would never be taken.");
        }

        @Test
        void a_jsp_for_the_calendar_that_is_not_there() throws IOException {
            config = CONFIG.replace("    router:", "    show: /WEB-INF/booking.jsp\n    router:");

            assertThat(told()).containsExactly("usher.yaml:9 show: the site has no page /WEB-INF/booking.jsp.");
        }
    }

    @Nested
    class Filters {
        @Test
        void an_ordering_without_us() throws IOException {
            webXml("<absolute-ordering><name>web</name></absolute-ordering>");
            assertThat(told())
                    .containsExactly("WEB-INF/web.xml <absolute-ordering> without <others/> leaves Usher's jar in"
                            + " WEB-INF/lib out, so that it never starts. Add <others/>, or declare the filter in web.xml,"
                            + " or put the jar into Tomcat's own lib.");

            webXml("<absolute-ordering><others/></absolute-ordering>");
            assertThat(told()).isEmpty();
        }

        @Test
        void a_framework_that_has_the_last_word_before_us() throws IOException {
            webXml("<filter><filter-name>struts2</filter-name><filter-class>"
                    + "org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter</filter-class></filter>"
                    + "<filter-mapping><filter-name>struts2</filter-name><url-pattern>/*</url-pattern></filter-mapping>"
                    + OURS + MAPPED);

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter struts2 (Struts 2) is mapped before usher and answers by"
                                    + " itself, so that Usher would never run for its pages. Put the filter-mapping of usher"
                                    + " first.");
        }

        @Test
        void any_filter_before_us() throws IOException {
            webXml("<filter><filter-name>login</filter-name><filter-class>com.acme.Login</filter-class></filter>"
                    + "<filter-mapping><filter-name>login</filter-name><url-pattern>/*</url-pattern></filter-mapping>"
                    + OURS + MAPPED);

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter login is mapped before usher: what it answers by itself"
                                    + " Usher never sees. Put the filter-mapping of usher first.");
        }

        @Test
        void a_mapping_that_takes_neither_the_form_nor_our_own_pages() throws IOException {
            webXml(OURS + MAPPED.replace("/*", "*.html"));

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter-mapping of Usher does not take /contact.do, where contact posts to."
                                    + " Map it on /*.",
                            "WEB-INF/web.xml the filter-mapping of Usher does not take its own pages under /usher. Map it"
                                    + " on /*.");
        }

        @Test
        void a_pattern_that_is_none_matches_nothing() throws IOException {
            webXml(OURS + MAPPED.replace("/*", "contact.do"));

            assertThat(told()).hasSize(2).allMatch(line -> line.contains("Map it on /*."));
        }

        @Test
        void a_mapping_without_forwards_and_async() throws IOException {
            config = CONFIG.replace("redirect: /thanks", "forward: /thanks");
            webXml(OURS.replaceAll("<async.*\n", "") + MAPPED.replaceAll(".*FORWARD.*\n", ""));

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter usher lacks <async-supported>true</async-supported>: each visitor"
                                    + " who waits for his calendar would hold a thread.",
                            "WEB-INF/web.xml the filter-mapping of Usher lacks <dispatcher>FORWARD</dispatcher>, so that"
                                    + " contact, accepted by a forward, would never be taken. Name REQUEST and FORWARD.");
        }

        @Test
        void a_class_for_the_other_api() throws IOException {
            webXml(OURS.replace("usher.servlet", "usher.javax") + MAPPED);

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter class io.github.usher.javax.UsherFilter is for the other"
                                    + " servlet API: the site is written for jakarta.servlet (Tomcat 10.1 and 11), and would not"
                                    + " start. Write io.github.usher.servlet.UsherFilter.");
        }

        @Test
        void the_api_is_seen_in_the_sites_classes() throws IOException {
            var servlet = "WEB-INF/classes/Handler.class";
            Files.createDirectories(site.resolve("WEB-INF/classes"));
            Files.write(site.resolve(servlet), classOn("javax/servlet/http/HttpServlet"));
            webXml(OURS + MAPPED);

            assertThat(told())
                    .containsExactly(
                            "WEB-INF/web.xml the filter class io.github.usher.servlet.UsherFilter is for the other"
                                    + " servlet API: the site is written for javax.servlet (Tomcat 9), and would not start. Write"
                                    + " io.github.usher.javax.UsherFilter.");
        }

        /** The smallest class file with that superclass. */
        private byte[] classOn(String parent) throws IOException {
            var bytes = new java.io.ByteArrayOutputStream();
            try (var out = new java.io.DataOutputStream(bytes)) {
                out.writeInt(0xCAFEBABE);
                out.writeInt(52);
                out.writeShort(5);
                for (var name : List.of("Handler", parent)) {
                    out.writeByte(1);
                    out.writeUTF(name);
                }
                for (int index : new int[] {1, 2}) {
                    out.writeByte(7);
                    out.writeShort(index);
                }
                for (int number : new int[] {1, 3, 4, 0, 0, 0, 0}) {
                    out.writeShort(number);
                }
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    class Frames {
        @BeforeEach
        void tag() throws IOException {
            config = CONFIG.replace("accepted-when:\n      redirect: /thanks.jsp", "accepted-when: tag");
            add("thanks.jsp", "<usher:booking/>");
        }

        @Test
        void a_policy_in_a_page_that_leaves_the_frame_empty() throws IOException {
            add(
                    "header.jspf",
                    "<% response.setHeader(\"Content-Security-Policy\", \"default-src 'self'; img-src *\"); %>");

            assertThat(told())
                    .containsExactly(
                            "header.jspf the Content-Security-Policy here (default-src 'self') leaves the"
                                    + " calendar's frame of contact empty. Add frame-src 'self' https://*.chilipiper.com to it.");
        }

        @Test
        void a_policy_of_a_filter() throws IOException {
            webXml("<filter><filter-name>csp</filter-name><filter-class>com.acme.Csp</filter-class><init-param>"
                    + "<param-name>policy</param-name><param-value>frame-src 'none'</param-value></init-param></filter>"
                    + "<filter-mapping><filter-name>csp</filter-name><url-pattern>/*</url-pattern></filter-mapping>");

            assertThat(told())
                    .singleElement()
                    .asString()
                    .startsWith("WEB-INF/web.xml the Content-Security-Policy here (frame-src 'none')");
        }

        @Test
        void a_policy_that_lets_the_calendar_in() throws IOException {
            add(
                    "header.jspf",
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; frame-src 'self'"
                            + " https://*.chilipiper.com\">");

            assertThat(told()).isEmpty();
        }

        @Test
        void tomcats_own_filter_before_us() throws IOException {
            webXml("<filter><filter-name>headers</filter-name><filter-class>"
                    + "org.apache.catalina.filters.HttpHeaderSecurityFilter</filter-class></filter>"
                    + "<filter-mapping><filter-name>headers</filter-name><url-pattern>/*</url-pattern></filter-mapping>"
                    + OURS + MAPPED);

            assertThat(told())
                    .contains(
                            "WEB-INF/web.xml the filter headers sends X-Frame-Options: DENY on Usher's own page too, which"
                                    + " the tag of contact frames. Put Usher's filter-mapping first, or let it send SAMEORIGIN"
                                    + " (antiClickJackingOption).");
        }

        @Test
        void is_no_matter_where_no_page_of_the_site_frames_anything() throws IOException {
            config = CONFIG;
            add("header.jspf", "<% response.setHeader(\"Content-Security-Policy\", \"default-src 'self'\"); %>");

            assertThat(told()).isEmpty();
        }
    }

    @Test
    void the_vendors_script_is_told() throws IOException {
        add("footer.jspf", "<script>ChiliPiper.submit(\"acme\", \"inbound\", {map: true})</script>");

        assertThat(told())
                .containsExactly(
                        "footer.jspf loads the vendor's own script (ChiliPiper.submit(…)): each lead would be routed"
                                + " twice. Take it out; Usher does its work.");
    }
}
