package io.github.usher.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebXmlTest {
    private static final String OLD = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE web-app PUBLIC "-//Sun//DTD Web Application 2.3//EN" "http://nowhere.example/web-app_2_3.dtd">
            <web-app>
              <filter><filter-name>enc</filter-name><filter-class>a.Enc</filter-class></filter>
              <filter-mapping><filter-name>enc</filter-name><url-pattern>/*</url-pattern></filter-mapping>
              <servlet><servlet-name>action</servlet-name><servlet-class>org.apache.struts.action.ActionServlet</servlet-class>
                <init-param><param-name>config</param-name><param-value> /WEB-INF/struts-config.xml </param-value></init-param>
              </servlet>
              <servlet-mapping><servlet-name>action</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping>
            </web-app>
            """;

    @Test
    void servlets_and_filters_come_with_their_patterns() {
        var xml = WebXml.parse(OLD.getBytes(UTF_8));

        assertThat(xml.servlets()).singleElement().satisfies(servlet -> {
            assertThat(servlet.type()).endsWith("ActionServlet");
            assertThat(servlet.patterns()).containsExactly("*.do");
            assertThat(servlet.initParams()).containsEntry("config", "/WEB-INF/struts-config.xml");
        });
        assertThat(xml.filters()).singleElement().satisfies(filter -> {
            assertThat(filter.type()).isEqualTo("a.Enc");
            assertThat(filter.patterns()).containsExactly("/*");
        });
        assertThat(xml.hasAbsoluteOrdering()).isFalse();
    }

    @Test
    void an_absolute_ordering_may_leave_others_out() {
        var xml = WebXml.parse("<web-app xmlns='x'><absolute-ordering><name>spring</name></absolute-ordering></web-app>"
                .getBytes(UTF_8));

        assertThat(xml.hasAbsoluteOrdering()).isTrue();
        assertThat(xml.absoluteOrdering()).containsExactly("spring");
        assertThat(xml.orderingHasOthers()).isFalse();
    }

    @Test
    void a_broken_one_gives_what_can_be_read() {
        assertThat(WebXml.parse("<web-app><servlet><servlet-name>a".getBytes(UTF_8))
                        .servlets())
                .singleElement()
                .extracting(WebXml.Servlet::name)
                .isEqualTo("a");
    }
}
