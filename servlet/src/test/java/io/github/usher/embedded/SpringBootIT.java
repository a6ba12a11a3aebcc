package io.github.usher.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.usher.container.FakeChiliPiper;
import io.github.usher.container.Visitor;
import io.github.usher.servlet.UsherFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** An old site that ended in a Spring Boot application, with the bean that the docs show. */
class SpringBootIT {
    private FakeChiliPiper api;
    private AnnotationConfigServletWebServerApplicationContext application;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        api = FakeChiliPiper.start();
        var config = Files.writeString(folder.resolve("usher.yaml"), """
                mode: send
                chilipiper:
                  platform: legacy
                  tenant: acme
                  base-url: %s
                forms:
                  contact:
                    path: /contact
                    accepted-when:
                      redirect: /thanks
                    router: inbound
                    lead:
                      LastName: ${last_name}
                """.formatted(api.baseUrl()));
        application = new AnnotationConfigServletWebServerApplicationContext();
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", java.util.Map.of("acme.usher-config", config.toString())));
        application.register(OldSite.class);
        application.refresh();
    }

    @AfterEach
    void stop() {
        application.close();
        api.close();
    }

    private Visitor visitor() {
        return new Visitor(
                URI.create("http://127.0.0.1:" + application.getWebServer().getPort()));
    }

    @Test
    void the_bean_is_all_that_it_takes() {
        var visitor = visitor();

        var reply = visitor.post("/contact", "last_name", "Zoë");

        assertThat(reply.location().getPath()).startsWith("/usher/booking/");
        assertThat(visitor.get(reply.location() + "?wait").text())
                .contains("content=\"0;url=" + api.calendarUrl().replace("&", "&amp;"));
        assertThat(api.calls()).hasSize(1);
        assertThat(visitor.get("/usher/ping").text()).isEqualTo("usher");
    }

    @Test
    void a_rejected_form_is_the_sites_own_answer() {
        var reply = visitor().post("/contact", "last_name", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("Please fill in.");
        assertThat(api.calls()).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    static class OldSite {
        @Bean
        FilterRegistrationBean<UsherFilter> usher(org.springframework.core.env.Environment environment) {
            var usher = new FilterRegistrationBean<>(new UsherFilter());
            usher.addInitParameter("usher.config", environment.getRequiredProperty("acme.usher-config"));
            usher.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD);
            usher.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return usher;
        }

        @Bean
        ServletRegistrationBean<Contact> contact() {
            // As the servlet of Spring MVC: an embedded Tomcat runs no filter where no servlet is mapped.
            return new ServletRegistrationBean<>(new Contact(), "/");
        }

        @Bean
        TomcatServletWebServerFactory tomcat() {
            var tomcat = new TomcatServletWebServerFactory(0);
            tomcat.setAddress(InetAddress.getLoopbackAddress());
            return tomcat;
        }
    }

    static class Contact extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.setCharacterEncoding("UTF-8");
            if (request.getParameter("last_name").isEmpty()) {
                response.getWriter().print("Please fill in.");
            } else {
                response.sendRedirect("/thanks");
            }
        }
    }
}
