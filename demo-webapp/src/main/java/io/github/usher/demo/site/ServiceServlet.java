package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /service.do}: a page that lets its forms go nowhere but to this site. */
public final class ServiceServlet extends EnquiryServlet {
    public ServiceServlet() {
        super(
                "service",
                "service.jsp",
                FormRule.required("customer[first]", "Please tell us your first name."),
                FormRule.required("customer[last]", "Please tell us your last name."),
                FormRule.required("customer[company]", "Please tell us your company."),
                FormRule.email("customer[email]", "Please enter a valid e-mail address."),
                FormRule.required("machine[serial]", "You find it on the plate at the back."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/service-thanks.jsp", reference, request, response);
    }

    @Override
    void show(FormInput input, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", "form-action 'self'");
        super.show(input, request, response);
    }
}
