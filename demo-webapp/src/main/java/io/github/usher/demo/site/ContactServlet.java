package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /contact.do}: a good form is redirected to the thank-you page. */
public final class ContactServlet extends EnquiryServlet {
    public ContactServlet() {
        super(
                "contact",
                "contact.jsp",
                FormRule.required("first_name", "Please tell us your first name."),
                FormRule.required("last_name", "Please tell us your last name."),
                FormRule.required("company", "Please tell us your company."),
                FormRule.email("email", "Please enter a valid e-mail address."),
                FormRule.required("message", "Please tell us how we can help."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/thanks.jsp", reference, request, response);
    }
}
