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
    }
}
