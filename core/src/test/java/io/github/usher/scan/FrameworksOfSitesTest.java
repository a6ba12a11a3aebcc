package io.github.usher.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a form posts, and how it is accepted, as the frameworks of old sites say it. */
class FrameworksOfSitesTest {
    private Site site;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        site = new Site(folder);
    }

    private void assertAccepted(ScannedForm form, String way, String place, boolean sure) {
        assertThat(form.accepted()).isNotNull().satisfies(accepted -> {
            assertThat(accepted.way()).as(accepted.why()).isEqualTo(way);
            assertThat(accepted.place()).as(accepted.why()).isEqualTo(place);
            assertThat(accepted.isSure()).as(accepted.why()).isEqualTo(sure);
        });
    }

    @Nested
    class Servlets {
        @Test
        void of_two_redirects_the_later_one_is_that_of_a_good_form() throws IOException {
            site.with("contact.jsp", Site.CONTACT.replace("contact.do", "handle.jsp"))
                    .with("WEB-INF/web.xml", "<web-app/>")
                    .with(
                            "handle.jsp",
                            "<% if (bad) { response.sendRedirect(\"again.jsp\"); return; } response.sendRedirect(\"seen.jsp\"); %>");

            assertAccepted(site.only(), "redirect", "/seen.jsp", false);
        }

        @Test
        void a_page_that_a_method_chooses_is_found_where_the_servlet_forwards_to_it() throws IOException {
            servlets()
                    .source("x.Controller", """
                            package x; import javax.servlet.http.*;
                            public class Controller extends HttpServlet {
                            protected void doPost(HttpServletRequest q, HttpServletResponse r) {
                            String next = "/index.jsp"; if (q.getParameter("cmd") != null) { next = brochure(q); }
                            q.getRequestDispatcher(next).forward(q, r); }
                            private String brochure(HttpServletRequest q) {
                            if (q.getParameter("email") == null) { return "/contact.jsp"; } return "/brochure_sent.jsp"; } }""")
                    .compiled()
                    .with("WEB-INF/web.xml", """
                            <web-app><servlet><servlet-name>c</servlet-name><servlet-class>x.Controller</servlet-class></servlet>
                            <servlet-mapping><servlet-name>c</servlet-name><url-pattern>/contact.do</url-pattern></servlet-mapping></web-app>""")
                    .with("contact.jsp", Site.CONTACT)
                    .with("index.jsp", "Home")
                    .with("brochure_sent.jsp", "It is on its way.");

            assertAccepted(site.only(), "forward", "/brochure_sent.jsp", false);
        }

        @Test
        void a_jsp_that_forwards_by_its_page_context_gives_another_answer_too() throws IOException {
            site.with("WEB-INF/web.xml", "<web-app/>")
                    .with("seen.jsp", "Seen.")
                    .with("preview.jsp", "Is this right?")
                    .with(
                            "contact.jsp",
                            "<% if (step == 1) { pageContext.forward(\"preview.jsp\"); return; } response.sendRedirect(\"seen.jsp\"); %>"
                                    + Site.CONTACT.replace("contact.do", "contact.jsp"));

            assertAccepted(site.only(), "redirect", "/seen.jsp", false);
        }

        private Site servlets() throws IOException {
            return site.source(
                            "javax.servlet.RequestDispatcher",
                            "package javax.servlet; public interface RequestDispatcher { void forward(Object q, Object r); }")
                    .source(
                            "javax.servlet.http.HttpServletRequest",
                            "package javax.servlet.http; public interface HttpServletRequest { String getParameter(String n);"
                                    + " javax.servlet.RequestDispatcher getRequestDispatcher(String p); }")
                    .source(
                            "javax.servlet.http.HttpServletResponse",
                            "package javax.servlet.http; public interface HttpServletResponse { }")
                    .source(
                            "javax.servlet.http.HttpServlet",
                            "package javax.servlet.http; public class HttpServlet { }");
        }

        @Test
        void what_the_administration_sees_is_no_lead_form() throws IOException {
            site.with("admin/users.jsp", Site.CONTACT.replace("contact.do", "save.do"))
                    .with("contact.jsp", Site.CONTACT);

            assertThat(site.only().files()).containsExactly("contact.jsp");
        }
    }

    @Nested
    class UrlRewriteFilter {
        @BeforeEach
        void rewritten() throws IOException {
            site.with("WEB-INF/web.xml", """
                            <web-app><filter><filter-name>r</filter-name>
                            <filter-class>org.tuckey.web.filters.urlrewrite.UrlRewriteFilter</filter-class></filter>
                            <filter-mapping><filter-name>r</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                            </web-app>""")
                    .with("WEB-INF/urlrewrite.xml", """
                            <urlrewrite default-match-type="wildcard">
                            <rule match-type="regex"><from>^([^?]*)/([^?/\\.]+)(\\?.*)?$</from><to last="true">$1/$2.action$3</to></rule>
                            <outbound-rule match-type="regex"><from>^(.*)\\.action(\\?.*)?$</from><to last="false">$1$2</to></outbound-rule>
                            </urlrewrite>""")
                    .with("WEB-INF/classes/struts.xml", """
                            <struts><package name="p"><action name="contact" class="x.Contact">
                            <result name="cancel" type="redirect">/</result><result name="input">/WEB-INF/contact.jsp</result>
                            <result type="redirectAction">seen</result></action></package></struts>""");
        }

        @Test
        void the_addresses_are_those_that_a_browser_sees() throws IOException {
            site.with("WEB-INF/contact.jsp", Site.CONTACT.replace("contact.do", "contact.action"));

            var form = site.only();

            assertThat(form.path()).isEqualTo("/contact");
            assertThat(form.alsoPath()).isEqualTo("/contact.action");
            assertAccepted(form, "redirect", "/seen", true);
            assertThat(site.scan().config())
                    .contains(
                            "      - /contact\n      - /contact.action\n", "        - /seen\n        - /seen.action\n");
        }

        @Test
        void what_answers_a_rewritten_address_is_found_behind_it() throws IOException {
            site.with("contact.html", Site.CONTACT.replace("contact.do", "/contact"));

            assertAccepted(site.only(), "redirect", "/seen", true);
        }
    }

    @Nested
    class Spring {
        @BeforeEach
        void framework() throws IOException {
            site.with("WEB-INF/web.xml", """
                            <web-app><servlet><servlet-name>site</servlet-name>
                            <servlet-class>org.springframework.web.servlet.DispatcherServlet</servlet-class></servlet>
                            <servlet-mapping><servlet-name>site</servlet-name><url-pattern>/app/*</url-pattern></servlet-mapping></web-app>""")
                    .source(
                            "org.springframework.stereotype.Controller",
                            "package org.springframework.stereotype; import java.lang.annotation.*;"
                                    + " @Retention(RetentionPolicy.RUNTIME) public @interface Controller {}")
                    .source(
                            "org.springframework.web.bind.annotation.RequestMapping",
                            "package org.springframework.web.bind.annotation; import java.lang.annotation.*;"
                                    + " @Retention(RetentionPolicy.RUNTIME) public @interface RequestMapping {"
                                    + " String[] value() default {}; String[] method() default {}; }")
                    .source(
                            "org.springframework.web.servlet.ModelAndView",
                            "package org.springframework.web.servlet; public class ModelAndView {"
                                    + " public ModelAndView(String view) {} }")
                    .source(
                            "javax.servlet.http.HttpServletRequest",
                            "package javax.servlet.http; public interface HttpServletRequest {"
                                    + " String getParameter(String name); }")
                    .with("WEB-INF/pages/password.jsp", "Your new password")
                    .with("WEB-INF/pages/signup.jsp", Site.CONTACT.replace("contact.do", "/app/signup"));
        }

        @Test
        void a_view_that_the_constructor_sets_is_found_where_the_handler_returns_it() throws IOException {
            site.source("x.Base", """
                            package x; public class Base { private String successView; private String cancelView;
                            public void setSuccessView(String view) { successView = view; } public String getSuccessView() { return successView; }
                            public void setCancelView(String view) { cancelView = view; } public String getCancelView() { return cancelView; } }""")
                    .source("x.Signup", """
                            package x; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.RequestMapping;
                            import javax.servlet.http.HttpServletRequest;
                            @Controller @RequestMapping("/signup*") public class Signup extends Base {
                            public Signup() { setCancelView("redirect:/start"); setSuccessView("redirect:/home"); }
                            @RequestMapping(method = "GET") public String show() { return "signup"; }
                            @RequestMapping(method = "POST") public String onSubmit(HttpServletRequest request) {
                            if (request.getParameter("cancel") != null) { return getCancelView(); }
                            if (request.getParameter("password") == null) { return "signup"; }
                            return getSuccessView(); } }""")
                    .source("x.Upload", """
                            package x; import org.springframework.stereotype.Controller; import org.springframework.web.bind.annotation.RequestMapping;
                            @Controller @RequestMapping("/upload*") public class Upload {
                            @RequestMapping(method = "POST") public String onSubmit() { return "redirect:/uploaded"; } }""")
                    .compiled();

            assertAccepted(site.only(), "redirect", "/home", true);
        }

        @Test
        void what_a_class_out_of_sight_answers_makes_the_guess_unsure() throws IOException {
            site.with("WEB-INF/site-servlet.xml", "<beans><bean name=\"/signup\" class=\"x.Signup\"/></beans>")
                    .source(
                            "org.acme.Facade",
                            "package org.acme; import org.springframework.web.servlet.ModelAndView; public class Facade {"
                                    + " protected ModelAndView toList() { return new ModelAndView(\"redirect:list.jsp\"); } }")
                    .source("x.Signup", """
                            package x; import org.springframework.web.servlet.ModelAndView; import javax.servlet.http.HttpServletRequest;
                            public class Signup extends org.acme.Facade {
                            public ModelAndView handleRequest(HttpServletRequest request) {
                            if (request.getParameter("queue") != null) { return new ModelAndView("redirect:browse.jsp?queue=" + request.getParameter("queue")); }
                            return toList(); } }""")
                    .compiled();

            assertAccepted(site.only(), "redirect", "/browse.jsp", false);
            assertThat(site.scan().config()).contains("# CHECK: Spring's XML", "and other answers too");
        }
    }

    @Nested
    class Struts {
        @Test
        void a_definition_of_tiles_is_told_by_the_page_that_it_puts_into_its_layout() throws IOException {
            site.with("WEB-INF/web.xml", """
                            <web-app><servlet><servlet-name>a</servlet-name><servlet-class>org.apache.struts.action.ActionServlet</servlet-class></servlet>
                            <servlet-mapping><servlet-name>a</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>""")
                    .with("WEB-INF/tiles-defs.xml", """
                            <tiles-definitions><definition name=".base" path="/layout.jsp"/>
                            <definition name=".contact" extends=".base"><put name="title" value="Contact"/><put name="body" value="/contact.jsp"/></definition>
                            <definition name=".seen" extends=".base"><put name="menu" value="/menu.jsp"/><put name="body" value="/seen.jsp"/></definition>
                            </tiles-definitions>""")
                    .with("WEB-INF/struts-config.xml", """
                            <struts-config><action-mappings><action path="/contact" type="x.Contact" input=".contact">
                            <forward name="success" path=".seen"/></action></action-mappings></struts-config>""")
                    .with("layout.jsp", "<html></html>")
                    .with("menu.jsp", "<a href='/'>Home</a>")
                    .with("contact.jsp", Site.CONTACT)
                    .with("seen.jsp", "<p>Thank you for your enquiry.</p>");

            assertAccepted(site.only(), "page-contains", "Thank you for your enquiry.", true);
        }

        @Test
        void a_module_of_struts_1_stands_in_front_of_all_its_addresses() throws IOException {
            site.with("WEB-INF/web.xml", """
                            <web-app><servlet><servlet-name>a</servlet-name><servlet-class>org.apache.struts.action.ActionServlet</servlet-class>
                            <init-param><param-name>config</param-name><param-value>/WEB-INF/struts-config.xml</param-value></init-param>
                            <init-param><param-name>config/support</param-name><param-value>/WEB-INF/support/struts-config.xml</param-value></init-param></servlet>
                            <servlet-mapping><servlet-name>a</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping></web-app>""")
                    .with("WEB-INF/struts-config.xml", "<struts-config><action-mappings/></struts-config>")
                    .with("WEB-INF/support/struts-config.xml", """
                            <struts-config><action-mappings><action path="/callback" type="x.Callback" input="/callback.jsp">
                            <forward name="ok" path="/seen.jsp"/><forward name="ko" path="/callback.jsp"/></action></action-mappings></struts-config>""")
                    .with("support/seen.jsp", "Seen.")
                    .with("support/callback.jsp", """
                            <%@ taglib uri="http://struts.apache.org/tags-html" prefix="html" %>
                            <html:form action="/callback">Name <html:text property="name"/> Phone <html:text property="phone"/></html:form>""");

            var form = site.only();

            assertThat(form.path()).isEqualTo("/support/callback.do");
            assertAccepted(form, "forward", "/support/seen.jsp", true);
        }

        @Test
        void an_action_of_struts_2_says_by_annotations_where_it_leads() throws IOException {
            struts2()
                    .source("crm.actions.ContactAction", """
                            package crm.actions; import org.apache.struts2.convention.annotation.*;
                            @Results({@Result(name = "input", location = "contact.jsp"), @Result(name = "success", type = "redirectAction", location = "seen")})
                            public class ContactAction { @Action("send-contact") public String send() { return "success"; } }""")
                    .compiled()
                    .with("contact.jsp", Site.CONTACT.replace("contact.do", "send-contact.action"));

            assertAccepted(site.only(), "redirect", "/seen.action", true);
        }

        @Test
        void an_action_of_struts_2_is_found_by_its_name_and_its_pages() throws IOException {
            struts2()
                    .source("crm.actions.sales.ContactUsAction", """
                            package crm.actions.sales; public class ContactUsAction {
                            public String execute() { return good() ? "success" : "input"; } boolean good() { return true; } }""")
                    .compiled()
                    .with("WEB-INF/lib/struts2-convention-plugin-2.3.20.jar", "")
                    .with(
                            "WEB-INF/content/sales/contact-us-input.jsp",
                            Site.CONTACT.replace("contact.do", "/sales/contact-us.action"))
                    .with("WEB-INF/content/sales/contact-us-success.jsp", "Seen.");

            var form = site.only();

            assertThat(form.path()).isEqualTo("/sales/contact-us.action");
            assertAccepted(form, "forward", "/WEB-INF/content/sales/contact-us-success.jsp", true);
        }

        private Site struts2() throws IOException {
            var in = "package org.apache.struts2.convention.annotation; import java.lang.annotation.*;"
                    + " @Retention(RetentionPolicy.RUNTIME) public @interface ";
            return site.with("WEB-INF/web.xml", "<web-app/>")
                    .source("org.apache.struts2.convention.annotation.Action", in + "Action { String value(); }")
                    .source(
                            "org.apache.struts2.convention.annotation.Result",
                            in + "Result { String name(); String type() default \"\"; String location(); }")
                    .source("org.apache.struts2.convention.annotation.Results", in + "Results { Result[] value(); }");
        }
    }

    @Nested
    class Stripes {
        @Test
        void an_action_bean_has_the_address_of_its_name() throws IOException {
            site.with("WEB-INF/web.xml", "<web-app/>")
                    .source(
                            "net.sourceforge.stripes.action.ActionBean",
                            "package net.sourceforge.stripes.action; public interface ActionBean { }")
                    .source(
                            "net.sourceforge.stripes.action.RedirectResolution",
                            "package net.sourceforge.stripes.action; public class RedirectResolution {"
                                    + " public RedirectResolution(String path) {} }")
                    .source("shop.web.crm.ContactActionBean", """
                            package shop.web.crm; import net.sourceforge.stripes.action.*;
                            public class ContactActionBean implements ActionBean {
                            public Object save() { return new RedirectResolution("/seen.jsp"); } }""")
                    .compiled()
                    .with("contact.jsp", """
                            <%@ taglib prefix="stripes" uri="http://stripes.sourceforge.net/stripes.tld" %>
                            <stripes:form beanclass="shop.web.crm.ContactActionBean">
                            Name <stripes:text name="name"/> E-mail <stripes:text name="email"/>
                            <stripes:submit name="save" value="Send"/></stripes:form>""");

            var form = site.only();

            assertThat(form.path()).isEqualTo("/crm/Contact.action");
            assertAccepted(form, "redirect", "/seen.jsp", true);
        }
    }

    /** Stripes with the prefix that Struts 2 has, too. */
    @Nested
    class StripesAsS {
        @Test
        void a_redirect_to_another_action_bean_goes_to_its_address_and_cancelling_is_no_good_form() throws IOException {
            site.with("WEB-INF/web.xml", "<web-app/>")
                    .source(
                            "net.sourceforge.stripes.action.UrlBinding",
                            "package net.sourceforge.stripes.action; import java.lang.annotation.*;"
                                    + " @Retention(RetentionPolicy.RUNTIME) public @interface UrlBinding { String value(); }")
                    .source(
                            "net.sourceforge.stripes.action.RedirectResolution",
                            "package net.sourceforge.stripes.action; public class RedirectResolution {"
                                    + " public RedirectResolution(String path) {} public RedirectResolution(Class<?> type) {} }")
                    .source("x.Welcome", """
                            package x; import net.sourceforge.stripes.action.*;
                            @UrlBinding("/welcome/{from}") public class Welcome { }""")
                    .source("x.Register", """
                            package x; import net.sourceforge.stripes.action.*;
                            @UrlBinding("/register") public class Register {
                            public Object register() { return new RedirectResolution(Welcome.class); }
                            public Object cancel() { return new RedirectResolution("/start.jsp"); } }""")
                    .compiled()
                    .with("register.jsp", """
                            <%@ taglib prefix="s" uri="http://stripes.sourceforge.net/stripes.tld" %>
                            <s:form beanclass="x.Register"><table><tr><td><s:label for="user.firstName"/></td><td><s:text name="user.firstName"/></td></tr>
                            <tr><td><s:label for="user.lastName"/></td><td><s:text name="user.lastName"/></td></tr>
                            <tr><td><s:label for="user.email"/></td><td><s:text name="user.email"/></td></tr></table></s:form>""");

            var form = site.only();

            assertThat(form.path()).isEqualTo("/register");
            assertAccepted(form, "redirect", "/welcome*", true);
        }
    }

    @Nested
    class Faces {
        private static final String FORM = """
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://java.sun.com/jsf/html"><h:form id="contact">
                <h:outputLabel for="name" value="Name"/><h:inputText id="name"/>
                <h:outputLabel for="mail" value="E-mail"/><h:inputText id="mail"/>
                <h:commandButton value="Send" action="#{contactBean.send}"/></h:form></html>""";

        @BeforeEach
        void faces() throws IOException {
            site.with("WEB-INF/web.xml", """
                            <web-app><servlet><servlet-name>f</servlet-name><servlet-class>javax.faces.webapp.FacesServlet</servlet-class></servlet>
                            <servlet-mapping><servlet-name>f</servlet-name><url-pattern>*.jsf</url-pattern></servlet-mapping></web-app>""")
                    .source(
                            "org.faces.ManagedBean",
                            "package org.faces; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                                    + " public @interface ManagedBean {}")
                    .with("contact.xhtml", FORM);
        }

        @Test
        void what_the_method_of_a_button_returns_is_the_page_of_that_name() throws IOException {
            site.source("x.ContactBean", """
                            package x; @org.faces.ManagedBean public class ContactBean {
                            public String send() { if (bad()) { return null; } return "seen?faces-redirect=true"; } boolean bad() { return false; } }""").compiled().with("seen.xhtml", "<html>Seen.</html>");

            var form = site.only();

            assertThat(form.path()).isEqualTo("/contact.jsf");
            assertAccepted(form, "redirect", "/seen.jsf", true);
        }

        @Test
        void a_page_without_a_redirect_is_told_by_its_words() throws IOException {
            site.with("contact.xhtml", FORM.replace("#{contactBean.send}", "seen"))
                    .with("seen.xhtml", "<html><p>Thank you, we call back.</p></html>");

            assertAccepted(site.only(), "page-contains", "Thank you, we call back.", true);
        }

        @Test
        void a_rule_for_what_the_method_returns_counts_before_the_page_of_that_name() throws IOException {
            site.with("WEB-INF/faces-config.xml", """
                            <faces-config><managed-bean><managed-bean-name>contactBean</managed-bean-name><managed-bean-class>x.ContactBean</managed-bean-class></managed-bean>
                            <navigation-rule><from-view-id>*</from-view-id>
                            <navigation-case><from-outcome>success</from-outcome><to-view-id>/done.xhtml</to-view-id><redirect/></navigation-case>
                            <navigation-case><from-outcome>logout</from-outcome><to-view-id>/finished.xhtml</to-view-id><redirect/></navigation-case>
                            </navigation-rule></faces-config>""")
                    .source(
                            "x.ContactBean",
                            "package x; public class ContactBean { public String send() { return \"success\"; } }")
                    .compiled()
                    .with("success.xhtml", "<html>No.</html>")
                    .with("finished.xhtml", "<html>No.</html>")
                    .with("done.xhtml", "<html>Seen.</html>");

            assertAccepted(site.only(), "redirect", "/done.jsf", true);
        }

        @Test
        void labels_come_from_the_bundle_that_a_page_loads_under_any_name() throws IOException {
            site.with("WEB-INF/classes/x/texts.properties", "a=Your name\nb=Your e-mail\n")
                    .with("contact.xhtml", """
                            <html xmlns:h="http://java.sun.com/jsf/html" xmlns:f="http://java.sun.com/jsf/core"><f:loadBundle basename="x.texts" var="m"/>
                            <h:form id="c"><h:outputLabel for="q1" value="#{m.a}"/><h:inputText id="q1"/>
                            <h:outputLabel for="q2" value="#{m['b']}"/><h:inputText id="q2"/></h:form></html>""");

            assertThat(site.only().guess().fields())
                    .extracting(guess -> guess.field() + " " + guess.lead())
                    .containsExactly("c:q1 FullName", "c:q2 Email");
        }
    }
}
