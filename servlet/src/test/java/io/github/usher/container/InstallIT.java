package io.github.usher.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar, put into a site in each way that users have, keeps the site running and starts where it should. */
abstract class InstallIT {
    private static final String CONFIG = """
            mode: observe
            chilipiper:
              platform: legacy
              tenant: acme
            forms:
              contact:
                path: /contact.jsp
                accepted-when:
                  redirect: /thanks.jsp
                router: inbound-router
                lead:
                  Email: ${email}
            """;
    private static final String WHICH_FILTERS = """
            <%@ page contentType="text/plain;charset=UTF-8" session="false" import="java.util.*" %><%
            for (jakarta.servlet.FilterRegistration filter : application.getFilterRegistrations().values()) {
                if (filter.getClassName().contains(".usher.")) {
                    out.println(filter.getName() + " " + filter.getClassName() + " " + filter.getUrlPatternMappings());
                }
            }
            %>the site""";

    private final ContainerKind kind;

    InstallIT(ContainerKind kind) {
        this.kind = kind;
    }

    private static final String TAG = """
            <%@ page contentType="text/plain;charset=UTF-8" session="false" import="java.util.*" %>\
            <%@ taglib prefix="usher" uri="https://usher.github.io/tags" %>\
            <% if (request.getParameter("map") != null) {
              request.setAttribute("usher.tag", Collections.singletonMap("the body", "<the frame>"));
            } %>[<usher:booking>the body</usher:booking>]""";
    private static final String WEB_XML_2_3 = """
            <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">
            <web-app/>
            """;
    private static final String UPLOAD = """
            package site;
            import jakarta.servlet.annotation.*;
            import jakarta.servlet.http.*;
            @WebServlet("/upload")
            @MultipartConfig
            public class Upload extends HttpServlet {
                @Override
                protected void doPost(HttpServletRequest request, HttpServletResponse response)
                        throws java.io.IOException {
                    request.setCharacterEncoding("UTF-8");
                    response.setContentType("text/plain;charset=UTF-8");
                    response.getWriter().print(request.getParameter("name"));
                }
            }
            """;

    private static App site(String contextPath) {
        return App.at(contextPath).file("index.jsp", WHICH_FILTERS);
    }

    private String declared(String name) {
        return Declared.filter(name, kind.filterClass());
    }

    private String registered() {
        return "usher " + kind.filterClass() + " [/*]\nthe site";
    }

    private static String page(Container container, String contextPath) {
        var reply = container.visitor(contextPath).get("/index.jsp");
        assertThat(reply.status()).isEqualTo(200);
        return reply.text();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InWebInfLib {
        private Container container;

        @BeforeAll
        void start() throws IOException {
            container = Container.of(kind)
                    .with(site("/with")
                            .config(CONFIG)
                            .source("site.Upload", UPLOAD)
                            .file("tag.jsp", TAG))
                    .with(site("/v23").config(CONFIG).webXml(WEB_XML_2_3).file("tag.jsp", TAG))
                    .with(site("/without"))
                    .with(site("/almost").file("WEB-INF/usher.yml", CONFIG))
                    .with(site("/declared").config(CONFIG).webXml(declared("leads")))
                    .with(site("/twice").config(CONFIG).webXml(declared("one") + declared("two")))
                    .with(site("/ordered").config(CONFIG).webXml("<absolute-ordering/>"))
                    .with(site("/ordered-declared").config(CONFIG).webXml("<absolute-ordering/>" + declared("leads")))
                    .with(site("/missing").config(CONFIG).contextParam("usher.config", "/nowhere/usher.yaml"))
                    .with(site("/refusing")
                            .contextParam("usher.config", "/nowhere/usher.yaml")
                            .contextParam("usher.fail-on-error", "true"))
                    .with(site("").config(CONFIG).oldLibraries().file("old.jsp", """
                            <%@ page contentType="text/plain;charset=UTF-8" session="false" %>\
                            <%= new com.fasterxml.jackson.databind.ObjectMapper().version() %>
                            <%= javax.ws.rs.client.ClientBuilder.newClient().getClass().getName() %>
                            <%= org.glassfish.jersey.internal.Version.getVersion() %>"""))
                    .start();
        }

        @AfterAll
        void stop() {
            if (container != null) {
                container.close();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/with", ""})
        void the_filter_is_registered_where_a_config_is_found(String contextPath) {
            assertThat(page(container, contextPath)).isEqualTo(registered());
        }

        @Test
        void a_servlet_of_the_site_reads_its_multipart_form_as_before() {
            var reply = container.visitor("/with").postMultipart("/upload", "name", "Zoë");
            assertThat(reply.text()).isEqualTo("Zoë");
        }

        @Test
        void without_a_config_nothing_is_registered_and_one_line_says_why() {
            assertThat(page(container, "/without")).isEqualTo("the site");
            assertThat(container.log().stream().filter(line -> line.contains("application /without")))
                    .singleElement()
                    .asString()
                    .contains("Usher 1.0 is off for the application /without: found ", "WEB-INF/usher.yaml.");
        }

        @Test
        void a_config_with_the_wrong_ending_gets_a_hint() {
            assertThat(page(container, "/almost")).isEqualTo("the site");
            assertThat(container.awaitLog("application /almost"))
                    .endsWith("There is WEB-INF/usher.yml: its name must end in .yaml.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/declared", "/ordered-declared"})
        void a_filter_that_the_site_declares_is_the_only_one(String contextPath) {
            assertThat(page(container, contextPath)).isEqualTo("leads " + kind.filterClass() + " [/*]\nthe site");
        }

        @Test
        void of_two_declared_filters_one_lets_every_request_pass_and_says_so() {
            assertThat(page(container, "/twice")).endsWith("the site");
            assertThat(container.log().stream().filter(line -> line.contains("A second Usher filter")))
                    .singleElement()
                    .asString()
                    .contains("is declared for the application /twice");
        }

        @Test
        void a_site_with_an_absolute_ordering_that_leaves_the_jar_out_runs_as_before() {
            assertThat(page(container, "/ordered")).endsWith("the site");
        }

        @Test
        void a_named_config_that_is_not_there_leaves_the_site_running() {
            assertThat(page(container, "/missing")).isEqualTo("the site");
            container.awaitLog("application /missing: the context-param usher.config names /nowhere/usher.yaml,"
                    + " which is not there.");
        }

        @Test
        void with_fail_on_error_the_application_refuses_to_start() {
            assertThat(container.visitor("/refusing").get("/index.jsp").status())
                    .isIn(404, 503);
            container.awaitLog("application /refusing: the context-param usher.config names");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/with", "/v23"})
        void the_tag_writes_its_body_where_nobody_says_otherwise(String site) {
            var visitor = container.visitor(site);
            assertThat(visitor.get("/tag.jsp").text()).contains("[the body]");
            assertThat(visitor.get("/tag.jsp?map").text()).contains("[<the frame>]");
        }

        @Test
        void the_sites_own_old_libraries_are_the_ones_it_uses() {
            assertThat(container.visitor("").get("/old.jsp").text().strip().lines())
                    .containsExactly("2.9.10", "org.glassfish.jersey.client.JerseyClient", "2.29.1");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAJavaTooOld {
        private Container container;

        @BeforeAll
        void start() throws IOException {
            container = Container.of(kind)
                    .jvm("-Dusher.required-java=99")
                    .with(site("/with").config(CONFIG))
                    .with(site("/declared").config(CONFIG).webXml(declared("leads")))
                    .start();
        }

        @AfterAll
        void stop() {
            if (container != null) {
                container.close();
            }
        }

        @Test
        void the_site_runs_as_without_it() {
            assertThat(page(container, "/with")).isEqualTo("the site");
            assertThat(page(container, "/declared")).endsWith("the site");
        }

        @Test
        void each_application_says_so_once() {
            var line = "Usher is off: it needs Java 99, this " + (kind.isTomcat() ? "Tomcat" : "jetty") + " runs Java "
                    + System.getProperty("java.version") + ". The site runs as without it.";
            assertThat(container.log().stream().filter(text -> text.contains("Usher")))
                    .hasSize(2)
                    .allMatch(text -> text.endsWith(line));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InTheSharedLib {
        private Container container;

        @BeforeAll
        void start() throws IOException {
            assumeTrue(kind.isTomcat(), "only Tomcat has a shared lib that is meant for this");
            container = Container.of(kind)
                    .sharing(Build.usherJar())
                    .file("conf/usher/localhost/with.yaml", CONFIG)
                    .file("conf/usher/a#b.yaml", CONFIG)
                    .with(site("/with").withoutUsher())
                    .with(site("/a/b").withoutUsher())
                    .with(site("/ordered").withoutUsher().config(CONFIG).webXml("<absolute-ordering/>"))
                    .with(site("/packed").withoutUsher().config(CONFIG).packed())
                    .with(site("/without").withoutUsher())
                    .start();
        }

        @AfterAll
        void stop() {
            if (container != null) {
                container.close();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/with", "/a/b", "/ordered", "/packed"})
        void it_works_in_the_applications_that_have_a_config(String contextPath) {
            assertThat(page(container, contextPath)).isEqualTo(registered());
        }

        @Test
        void other_applications_are_left_alone_and_one_line_says_why() {
            assertThat(page(container, "/without")).isEqualTo("the site");
            assertThat(container.awaitLog("application /without"))
                    .contains(
                            "INFO",
                            "found neither conf/usher/without.yaml nor WEB-INF/usher.yaml.",
                            "The jar is shared by all applications");
        }
    }
}
