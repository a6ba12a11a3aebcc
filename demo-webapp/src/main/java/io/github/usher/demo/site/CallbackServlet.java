package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /callback.do}: good and bad forms are answered by the same page with 200; only its text differs. */
public final class CallbackServlet extends EnquiryServlet {
    public CallbackServlet() {
        super(
                "callback",
                "callback.jsp",
                FormRule.required("name", "Please tell us your name."),
                FormRule.required("company", "Please tell us your company."),
                FormRule.phone("phone", "Please enter the number to call."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(FormInput.empty(), request, response);
    }
}
