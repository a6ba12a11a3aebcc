package io.github.usher.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms as the tag libraries and template languages render them. */
class TagLibrariesTest {
    private Pages pages;

    @BeforeEach
    void open(@TempDir Path folder) {
        pages = new Pages(folder);
    }

    @Test
    void struts_1_names_fields_by_their_property_and_ends_actions_in_do() throws IOException {
        pages.with("a.jsp", """
                <%@ taglib uri="http://struts.apache.org/tags-html" prefix="html" %>
                <html:form action="/contact"><table>
                <tr><td>First name</td><td><html:text property="firstName" maxlength="40"/></td></tr>
                <tr><td>Country</td><td><html:select property="country"><html:option value="de">Germany</html:option></html:select></td></tr>
                <html:hidden property="step" value="2"/>
                </table><html:submit value="Send"/></html:form>""");

        var form = pages.form("a.jsp");

        assertThat(form.form().action()).isEqualTo("/contact.do");
        assertThat(form.method()).isEqualTo("POST");
        assertThat(pages.fields("a.jsp"))
                .containsExactly("firstName|text|First name", "country|select|Country", "step|hidden|");
        assertThat(form.choices()).containsEntry("country", Map.of("de", "Germany"));
    }

    @Test
    void struts_2_writes_the_labels_itself() throws IOException {
        pages.with("WEB-INF/classes/package.properties", "user.mail=Your e-mail\n")
                .with("a.jsp", """
                <%@ taglib prefix="s" uri="/struts-tags" %>
                <s:form action="save" namespace="/crm">
                <s:textfield name="user.firstName" label="First name"/><s:textfield key="user.mail"/>
                <s:select name="size" label="Size" list="#{'1':'Small','2':'Large'}"/><s:textarea name="text" label="Message"/><s:submit/>
                </s:form>""");

        assertThat(pages.form("a.jsp").form().action()).isEqualTo("/crm/save.action");
        assertThat(pages.fields("a.jsp"))
                .containsExactly(
                        "user.firstName|text|First name",
                        "user.mail|text|Your e-mail",
                        "size|select|Size",
                        "text|textarea|Message");
        assertThat(pages.form("a.jsp").form().fields().get(2).options()).containsExactly("Small", "Large");
    }

    @Test
    void spring_names_fields_by_their_path() throws IOException {
        pages.with("WEB-INF/classes/messages.properties", "l.mail=E-mail address\n")
                .with("a.jsp", """
                <%@ taglib prefix="form" uri="http://www.springframework.org/tags/form" %>
                <%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
                <form:form modelAttribute="lead" action="${pageContext.request.contextPath}/leads">
                <form:label path="mail"><spring:message code="l.mail"/></form:label><form:input path="mail" type="email"/>
                <form:errors path="mail" cssClass="error"/>
                <spring:bind path="lead.company"><label for="c">Company</label><input id="c" name="${status.expression}" value="${status.value}"></spring:bind>
                </form:form>""");

        assertThat(pages.form("a.jsp").form().action()).isEqualTo("/leads");
        assertThat(pages.fields("a.jsp")).containsExactly("mail|email|E-mail address", "company|text|Company");
    }

    @Test
    void jsf_puts_the_form_before_the_name() throws IOException {
        pages.with("a.xhtml", """
                <html xmlns:h="http://java.sun.com/jsf/html" xmlns:p="http://primefaces.org/ui">
                <h:form id="lead"><h:panelGrid columns="2">
                <h:outputLabel for="mail" value="E-mail"/><h:inputText id="mail" value="#{bean.mail}"/>
                <p:outputLabel for="@next" value="Note"/><p:inputTextarea id="note"/>
                </h:panelGrid><h:commandButton action="#{bean.send}"/></h:form></html>""");
        pages.with("b.xhtml", "<h:form xmlns:h='http://java.sun.com/jsf/html'><h:inputText id='mail'/></h:form>");

        assertThat(pages.fields("a.xhtml")).containsExactly("lead:mail|text|E-mail", "lead:note|textarea|Note");
        assertThat(pages.form("b.xhtml").form().fields().get(0).name()).isEqualTo("*:mail");
    }

    @Test
    void stripes_uses_plain_names() throws IOException {
        pages.with("a.jsp", """
                <%@ taglib prefix="stripes" uri="http://stripes.sourceforge.net/stripes.tld" %>
                <stripes:form action="/Register.action"><stripes:label for="user.email">E-mail</stripes:label>
                <stripes:text name="user.email" id="user.email"/></stripes:form>""");

        assertThat(pages.fields("a.jsp")).containsExactly("user.email|text|E-mail");
    }

    @Test
    void a_tag_file_of_the_site_is_rendered_with_its_attributes() throws IOException {
        pages.with("WEB-INF/tags/field.tag", """
                <%@ attribute name="name" %><%@ attribute name="label" %><%@ attribute name="type" %>
                <label for="${name}">${label}</label><input id="${name}" name="${name}" type="${empty type ? 'text' : type}">""")
                .with("WEB-INF/tags/page.tag", "<html lang='fr'><body><jsp:doBody/></body></html>")
                .with("a.jsp", """
                        <%@ taglib prefix="t" tagdir="/WEB-INF/tags" %><t:page><form method="post">
                        <t:field name="nom" label="Votre nom"/><t:field name="courriel" label="Courriel" type="email"/></form></t:page>""");

        assertThat(pages.form("a.jsp").form().language()).isEqualTo("fr");
        assertThat(pages.fields("a.jsp")).containsExactly("nom|text|Votre nom", "courriel|email|Courriel");
    }

    @Test
    void thymeleaf_takes_name_and_action_from_its_own_attributes() throws IOException {
        pages.with(
                        "templates/parts/mail.html",
                        "<div th:fragment=\"mail\"><label for='mail'>E-mail</label><input th:field=\"*{mail}\"></div>")
                .with("templates/a.html", """
                        <html lang="en"><form th:action="@{/leads(id=${x})}" th:object="${lead}" method="post">
                        <label for="first">First name</label><input id="first" th:field="*{person.first}">
                        <div th:replace="~{parts/mail :: mail}">here</div></form></html>""");

        assertThat(pages.form("templates/a.html").form().action()).isEqualTo("/leads");
        assertThat(pages.fields("templates/a.html"))
                .containsExactly("person.first|text|First name", "mail|text|E-mail");
    }

    @Test
    void freemarker_and_velocity_lose_their_code_and_keep_their_fields() throws IOException {
        pages.with("part.ftl", "<label for='c'>Company</label><input id='c' name='company'>")
                .with("a.ftl", """
                <#-- form --><form action="${base}/save" method="post"><#if x gt 1><b>!</b></#if>
                E-mail: <@spring.formInput "lead.email" 'class="x"'/><br><#include "part.ftl"></form>""");
        pages.with("b.vm", """
                #set($a = "x") ## comment
                <form action="$link.setPage('x')" method="post">#if($user.name)<b>$!user.name</b>#end
                <p>E-mail: #springFormInput("lead.email" "")</p><p>Phone <input name="phone" value="$!{lead.phone}"></p></form>""");

        assertThat(pages.fields("a.ftl")).containsExactly("email|text|E-mail:", "company|text|Company");
        assertThat(pages.fields("b.vm")).containsExactly("email|text|E-mail:", "phone|text|Phone");
    }

    @Test
    void includes_are_followed() throws IOException {
        pages.with("inc/a.jspf", "<p>Name <input name='a'></p>")
                .with("b.jsp", "<p>Mail <input name='b'></p>")
                .with("page.jsp", """
                        <form><%@ include file="/inc/a.jspf" %><jsp:include page="b.jsp"><jsp:param name="x" value="1"/></jsp:include>
                        <c:import url="/inc/missing.jsp"/><jsp:include page="page.jsp"/></form>""");

        assertThat(pages.fields("page.jsp")).startsWith("a|text|Name", "b|text|Mail");
    }

    @Test
    void an_expression_with_an_empty_text_in_it_ends_where_it_ends() throws IOException {
        pages.with("a.jsp", """
                <form method="post" action="/a"><div class="row${(not empty status.errorMessage) ? ' has-error' : ''}">
                First name <input name="first"></div><div class="row${(not empty status.errorMessage) ? ' has-error' : ''}">
                Last name <input name="last"></div></form>""");

        assertThat(pages.fields("a.jsp")).containsExactly("first|text|First name", "last|text|Last name");
    }

    @Test
    void a_label_tag_of_the_site_s_own_shows_the_text_of_its_key() throws IOException {
        pages.with("WEB-INF/classes/ApplicationResources.properties", "user.a=First name\n")
                .with("a.jsp", """
                <%@ taglib prefix="own" uri="http://example.com/tags" %>
                <form method="post" action="/a"><div><own:label key="user.a"/><input name="x1"></div></form>""");

        assertThat(pages.fields("a.jsp")).containsExactly("x1|text|First name");
    }
}
