package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /newsletter.do}: nobody wants a calendar after this one. */
public final class NewsletterServlet extends EnquiryServlet {
    public NewsletterServlet() {
        super(
                "newsletter",
                "newsletter.jsp",
                FormRule.email("email", "Please enter a valid e-mail address."),
                FormRule.required("last_name", "Please tell us your name."),
                FormRule.required("company", "Please tell us your company."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/newsletter-thanks.jsp", reference, request, response);
    }
}
