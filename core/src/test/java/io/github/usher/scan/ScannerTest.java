package io.github.usher.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
    private static final String CONTACT = """
            <form method="post" action="contact.do">
            <p>First name <input name="first"></p><p>Surname <input name="surname"></p>
            <p>Company <input name="company"></p><p>E-mail <input name="mail" type="email"></p>
            <p>Number of employees <select name="employees"><option value="a">1-9</option><option value="b">10-49</option></select></p>
            </form>""";

    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        site = new Site(folder);
    }

    private void file(String path, String text) throws IOException {
        site.with(path, text);
    }

    private Scan scan() throws IOException {
        return site.scan();
    }

    private String checked(Scan scan) throws IOException {
        return site.checked(scan);
    }

    @Test
    void a_lead_form_is_told_from_search_boxes_and_logins() throws IOException {
        file(
                "index.html",
                "<form action='/find'><input name='q'></form>" + CONTACT
                        + "<form method='post' action='/login'>User <input name='user'> Password <input type='password' name='pw'></form>");

        var scan = scan();

        assertThat(scan.leadForms())
                .singleElement()
                .extracting(ScannedForm::path)
                .isEqualTo("/contact.do");
        assertThat(checked(scan)).contains("FirstName: ${first}", "path: /contact.do");
    }

    @Test
    void the_actions_of_struts_say_where_a_good_form_ends() throws IOException {
        file("WEB-INF/web.xml", """
                <web-app><servlet><servlet-name>a</servlet-name><servlet-class>org.apache.struts.action.ActionServlet</servlet-class></servlet>
                <servlet-mapping><servlet-name>a</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>""");
        file("WEB-INF/struts-config.xml", """
                <struts-config><action-mappings><action path="/contact" type="x.Contact" input="/contact.jsp">
                <forward name="failure" path="/contact.jsp"/><forward name="success" path="/thanks.jsp" redirect="true"/>
                </action></action-mappings></struts-config>""");
        file("contact.jsp", CONTACT);
        file("thanks.jsp", "Thank you!");

        var scan = scan();

        assertThat(scan.forms().get(0).accepted()).isNotNull().satisfies(accepted -> {
            assertThat(accepted.way()).isEqualTo("redirect");
            assertThat(accepted.place()).isEqualTo("/thanks.jsp");
            assertThat(accepted.isSure()).isTrue();
        });
        checked(scan);
    }

    @Test
    void a_form_controller_of_spring_s_xml_says_where_a_good_form_ends() throws IOException {
        file("WEB-INF/web.xml", """
                <web-app><servlet><servlet-name>site</servlet-name>
                <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class></servlet>
                <servlet-mapping><servlet-name>site</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>""");
        file("WEB-INF/site-servlet.xml", """
                <beans><bean class="org.springframework.web.servlet.handler.SimpleUrlHandlerMapping">
                <property name="mappings"><props><prop key="/contact.do">contactController</prop></props></property></bean>
                <bean id="contactController" class="x.ContactController"><property name="formView" value="contact"/>
                <property name="successView"><value>redirect:thanks.do</value></property></bean></beans>""");
        file("WEB-INF/jsp/contact.jsp", CONTACT);

        var scan = scan();

        assertThat(scan.forms().get(0).accepted()).isNotNull().satisfies(accepted -> {
            assertThat(accepted.way()).isEqualTo("redirect");
            assertThat(accepted.place()).isEqualTo("/thanks.do");
            assertThat(accepted.isSure()).isTrue();
        });
        checked(scan);
    }

    @Test
    void a_jsp_that_handles_its_own_form_is_read_for_its_redirect() throws IOException {
        file("WEB-INF/web.xml", "<web-app/>");
        file(
                "contact.jsp",
                "<% if (ok) { response.sendRedirect(\"danke.jsp?x=1\"); return; } %>"
                        + CONTACT.replace("contact.do", ""));

        var form = scan().forms().get(0);

        assertThat(form.path()).isEqualTo("/contact.jsp");
        assertThat(form.accepted()).extracting(Accepted::place).isEqualTo("/danke.jsp");
    }

    @Test
    void a_form_that_nothing_answers_is_posted() throws IOException {
        file("WEB-INF/web.xml", "<web-app/>");
        file("contact.html", CONTACT);
        file("contact-thanks.html", "Thanks");

        var scan = scan();

        assertThat(scan.forms().get(0).accepted()).extracting(Accepted::way).isEqualTo("posted");
        assertThat(checked(scan)).contains("fallback: /contact-thanks.html");
    }

    @Test
    void a_form_that_leaves_the_site_gets_an_address_of_its_own() throws IOException {
        file(
                "lead.html",
                CONTACT.replace("contact.do", "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8")
                        .replace(
                                "</form>",
                                "<input type='hidden' name='retURL' value='https://www.example.com/thanks.html'></form>"));

        assertThat(checked(scan()))
                .contains("CHECK: it posts to https://webto.salesforce.com")
                .contains("fallback: \"https://www.example.com/thanks.html\"");
    }

    @Test
    void the_vendors_own_script_on_the_page_is_told() throws IOException {
        file("contact.html", CONTACT + "<script src='https://js.chilipiper.com/marketing.js'></script>");

        assertThat(checked(scan())).contains("each lead would be routed twice");
    }

    @Test
    void two_forms_of_one_path_are_told_apart_by_their_fields() throws IOException {
        file(
                "a.html",
                CONTACT.replace("</form>", "<input type='hidden' name='kind' value='contact'></form>")
                        + "<form method='post' action='contact.do'><input type='hidden' name='kind' value='login'>"
                        + "User <input name='user'><input type='password' name='pw'></form>");

        assertThat(checked(scan())).contains("    fields:").contains("- kind: contact");
    }

    @Test
    void names_of_all_sorts_pass_the_check() throws IOException {
        file("a.html", """
                <form method="post" action="/a">First name <input name="customer[first]"><br>Surname <input name="query.last: x"><br>
                Company <input name="firma #1"><br>E-mail <input name="'quoted'" type="email"><br>Phone <input name="100%" type="tel"><br>
                E-mail <input name="e.mail" type="email"></form>""");

        checked(scan());
    }

    @Test
    void of_two_forms_of_one_path_that_which_asks_for_more_comes_first() throws IOException {
        file("a-short.html", """
                <form method="post" action="/ask.do"><label>Name <input name="name"></label>
                <label>E-mail <input name="email" type="email"></label></form>""");
        file("b-long.html", """
                <form method="post" action="/ask.do"><label>Name <input name="name"></label>
                <label>E-mail <input name="email" type="email"></label><label>Phone <input name="phone"></label></form>""");

        var config = checked(scan());

        assertThat(config.indexOf("b-long.html")).isPositive().isLessThan(config.indexOf("a-short.html"));
    }

    @Test
    void the_document_for_scripts_holds_each_field_by_its_name() throws IOException {
        file("a.html", CONTACT);

        var forms = (List<?>) scan().json().get("forms");

        assertThat(forms).singleElement().satisfies(form -> {
            var map = (Map<?, ?>) form;
            assertThat(map.get("file")).isEqualTo("a.html");
            assertThat(map.get("action")).isEqualTo("contact.do");
            assertThat(map.get("method")).isEqualTo("POST");
            assertThat((List<?>) map.get("fields"))
                    .extracting(field -> ((Map<?, ?>) field).get("name") + "=" + ((Map<?, ?>) field).get("lead"))
                    .containsExactly(
                            "first=FirstName",
                            "surname=LastName",
                            "company=Company",
                            "mail=Email",
                            "employees=NumberOfEmployees");
        });
    }

    @Test
    void ranges_of_employees_become_numbers() throws IOException {
        file("a.html", CONTACT);

        assertThat(checked(scan())).contains("          a: 1\n          b: 10\n");
    }

    @Test
    void a_site_without_a_lead_form_gives_comments_alone() throws IOException {
        file("index.html", "<form action='/find'><input name='q'></form>");

        assertThat(scan().config().lines()).allMatch(line -> line.isBlank() || line.startsWith("#"));
    }
}
