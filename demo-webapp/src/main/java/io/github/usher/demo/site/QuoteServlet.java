package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /quote.do}: a multipart form; a good one is redirected. */
public final class QuoteServlet extends DrawingEnquiryServlet {
    public QuoteServlet() {
        super(
                "quote",
                "quote.jsp",
                "drawing",
                FormRule.required("contact.firstName", "Please tell us your first name."),
                FormRule.required("contact.lastName", "Please tell us your last name."),
                FormRule.required("company.name", "Please tell us your company."),
                FormRule.email("contact.email", "Please enter a valid e-mail address."),
                FormRule.required("description", "Please describe the part."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/quote-received.jsp", reference, request, response);
    }
}
