package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /training.do}: a good form is redirected; the calendar is shown inside a page of the site. */
public final class TrainingServlet extends EnquiryServlet {
    public TrainingServlet() {
        super(
                "training",
                "training.jsp",
                FormRule.required("first_name", "Please tell us your first name."),
                FormRule.required("last_name", "Please tell us your last name."),
                FormRule.required("company", "Please tell us your company."),
                FormRule.email("email", "Please enter a valid e-mail address."),
                FormRule.required("course", "Please choose a course."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/training-thanks.jsp", reference, request, response);
    }
}
