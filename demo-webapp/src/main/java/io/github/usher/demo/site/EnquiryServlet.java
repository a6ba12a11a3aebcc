package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The form of this site: GET shows it, a bad POST shows it again with what is wrong, a good one goes into the inbox. What
 * the visitor sees then is what the forms differ in.
 */
abstract class EnquiryServlet extends HttpServlet {
    private final String form;
    private final String view;
    private final List<FormRule> rules;

    /**
     * Describes a form.
     *
     * @param form its name in the inbox
     * @param view the JSP that shows it
     */
    EnquiryServlet(String form, String view, FormRule... rules) {
        this.form = form;
        this.view = "/WEB-INF/jsp/" + view;
        this.rules = List.of(rules);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(FormInput.empty(), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(encoding());
        FormInput input = FormInput.read(request, rules);
        if (!input.isGood()) {
            show(input, request, response);
            return;
        }
        String reference = Inbox.of(getServletContext()).add(form, fields(input, request));
        request.setAttribute("reference", reference);
        accepted(reference, request, response);
    }

    /** Answers a good form, which is in the inbox by now. */
    abstract void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException;

    /** The encoding of the form's page, in which browsers post. */
    String encoding() {
        return "UTF-8";
    }

    /** What goes into the inbox. */
    Map<String, String> fields(FormInput input, HttpServletRequest request) throws ServletException, IOException {
        return input.filledIn();
    }

    void show(FormInput input, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("form", input);
        request.getRequestDispatcher(view).forward(request, response);
    }

    static void redirect(String page, String reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page + "?ref=" + reference);
    }
}
