package io.github.usher.behaviour;

import io.github.usher.container.App;
import io.github.usher.container.ContainerKind;
import io.github.usher.container.Declared;
import java.io.IOException;
import java.net.URI;

/** Sites of Struts 1, Struts 2 and Spring Security as they were built, with Usher at each place in the chain. */
final class FrameworkSites {
    private static final String USHER = Declared.filter("usher", ContainerKind.TOMCAT_9.filterClass());

    private FrameworkSites() {}

    /** Where Usher's filter is: the initializer's place, or in {@code web.xml} before or behind that of the framework. */
    enum Place {
        BY_INITIALIZER,
        BEFORE,
        BEHIND;

        String contextPath(String framework) {
            return "/" + framework + "-"
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String chain(String framework) {
            return switch (this) {
                case BY_INITIALIZER -> framework;
                case BEFORE -> USHER + framework;
                case BEHIND -> framework + USHER;
            };
        }
    }

    static App struts1(URI api) throws IOException {
        return FiveWays.at("/struts1")
                .libraries("frameworks/struts1")
                .webXml("""
                        <servlet>
                          <servlet-name>action</servlet-name>
                          <servlet-class>org.apache.struts.action.ActionServlet</servlet-class>
                          <load-on-startup>1</load-on-startup>
                        </servlet>
                        <servlet-mapping><servlet-name>action</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping>
                        """)
                .file("page.jsp", "<%@ page session=\"false\" %>Thank you.")
                .file("form.jsp", "<%@ page session=\"false\" %>Please fill in.")
                .file("WEB-INF/struts-config.xml", """
                        <!DOCTYPE struts-config PUBLIC "-//Apache Software Foundation//DTD Struts Configuration 1.3//EN" "http://struts.apache.org/dtds/struts-config_1_3.dtd">
                        <struts-config>
                          <form-beans>
                            <form-bean name="contact" type="org.apache.struts.action.DynaActionForm">
                              <form-property name="last_name" type="java.lang.String"/>
                            </form-bean>
                          </form-beans>
                          <global-forwards><forward name="bad" path="/form.jsp"/></global-forwards>
                          <action-mappings>
                            <action path="/redirect" type="site.Contact" name="contact" scope="request">
                              <forward name="good" path="/thanks.jsp" redirect="true"/>
                            </action>
                            <action path="/forward" type="site.Contact" name="contact" scope="request">
                              <forward name="good" path="/WEB-INF/good.jsp"/>
                            </action>
                            <action path="/page-contains" type="site.Contact" name="contact" scope="request">
                              <forward name="good" path="/page.jsp"/>
                            </action>
                          </action-mappings>
                        </struts-config>
                        """)
                .source("site.Contact", """
                        package site;
                        import javax.servlet.http.*;
                        import org.apache.struts.action.*;
                        public class Contact extends Action {
                            @Override
                            public ActionForward execute(ActionMapping mapping, ActionForm form,
                                    HttpServletRequest request, HttpServletResponse response) {
                                String name = (String) ((DynaActionForm) form).get("last_name");
                                return mapping.findForward(name == null || name.isEmpty() ? "bad" : "good");
                            }
                        }
                        """)
                .config(FiveWays.config(api).replaceAll("path: /([\\w-]+)\\.jsp", "path: /$1.do"));
    }

    static App struts2(Place place, URI api) throws IOException {
        var results = "<result name=\"input\">/form.jsp</result>";
        return FiveWays.at(place.contextPath("struts2"))
                .libraries("frameworks/struts2")
                .webXml(place.chain(Declared.filter(
                        "struts2", "org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter")))
                .file("page.jsp", "<%@ page session=\"false\" %>Thank you.")
                .file("form.jsp", "<%@ page session=\"false\" %>Please fill in.")
                .file("WEB-INF/classes/struts.xml", """
                        <!DOCTYPE struts PUBLIC "-//Apache Software Foundation//DTD Struts Configuration 2.5//EN" "http://struts.apache.org/dtds/struts-2.5.dtd">
                        <struts>
                          <package name="site" namespace="/" extends="struts-default">
                            <action name="redirect" class="site.Contact">
                              <result type="redirect">/thanks.jsp</result>%1$s
                            </action>
                            <action name="forward" class="site.Contact"><result>/WEB-INF/good.jsp</result>%1$s</action>
                            <action name="page-contains" class="site.Contact"><result>/page.jsp</result>%1$s</action>
                          </package>
                        </struts>
                        """.formatted(results))
                .source("site.Contact", """
                        package site;
                        public class Contact {
                            private String name = "";
                            public void setLast_name(String given) { name = given; }
                            public String execute() { return name.isEmpty() ? "input" : "success"; }
                        }
                        """)
                .config(FiveWays.config(api).replaceAll("path: /([\\w-]+)\\.jsp", "path: /$1.action"));
    }

    /** With tokens against forged requests, another session after the login, and its headers, as by default. */
    static App springSecurity(Place place, URI api) throws IOException {
        return FiveWays.at(place.contextPath("security"))
                .libraries("frameworks/spring-security")
                .webXml("""
                        <context-param>
                          <param-name>contextConfigLocation</param-name><param-value>/WEB-INF/security.xml</param-value>
                        </context-param>
                        <listener>
                          <listener-class>org.springframework.web.context.ContextLoaderListener</listener-class>
                        </listener>
                        """
                        + place.chain(Declared.filter(
                                "springSecurityFilterChain", "org.springframework.web.filter.DelegatingFilterProxy")))
                .file(
                        "login.jsp",
                        "<%= ((org.springframework.security.web.csrf.CsrfToken)"
                                + " request.getAttribute(\"_csrf\")).getToken() %>")
                .file("account.jsp", "Account of <%= request.getRemoteUser() %>")
                .file("WEB-INF/security.xml", """
                        <b:beans xmlns="http://www.springframework.org/schema/security"
                            xmlns:b="http://www.springframework.org/schema/beans"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd http://www.springframework.org/schema/security http://www.springframework.org/schema/security/spring-security.xsd">
                          <http>
                            <intercept-url pattern="/account.jsp" access="isAuthenticated()"/>
                            <intercept-url pattern="/**" access="permitAll"/>
                            <form-login login-page="/login.jsp" login-processing-url="/login" default-target-url="/account.jsp"/>
                            <session-management session-fixation-protection="migrateSession"/>
                            <csrf/>
                          </http>
                          <authentication-manager><authentication-provider><user-service>
                            <user name="ada" password="{noop}secret" authorities="ROLE_USER"/>
                          </user-service></authentication-provider></authentication-manager>
                        </b:beans>
                        """)
                .config(FiveWays.config(api) + """
                          login:
                            path: /login
                            accepted-when:
                              redirect: /account.jsp
                            router: inbound
                            lead:
                              LastName: ${username}
                        """);
    }
}
