package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /demo.do}: a good form is answered by a view of its own, without a redirect. */
public final class DemoServlet extends EnquiryServlet {
    public DemoServlet() {
        super(
                "demo",
                "demo.jsp",
                FormRule.required("fullName", "Please tell us your name."),
                FormRule.required("companyName", "Please tell us your company."),
                FormRule.email("workEmail", "Please enter a valid e-mail address."),
                FormRule.required("employees", "Please choose one."),
                FormRule.required("machines", "Please choose at least one machine."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/jsp/demo-thanks.jsp").forward(request, response);
    }
}
