package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /brochure.do}: a good form is answered by the download page, which offers a meeting besides. */
public final class BrochureServlet extends EnquiryServlet {
    public BrochureServlet() {
        super(
                "brochure",
                "brochure.jsp",
                FormRule.required("Name", "Please tell us your name."),
                FormRule.required("Organisation", "Please tell us your company."),
                FormRule.email("Email", "Please enter a valid e-mail address."),
                FormRule.required("brochure", "Please choose a brochure."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("brochure", request.getParameter("brochure"));
        request.getRequestDispatcher("/WEB-INF/jsp/brochure-ready.jsp").forward(request, response);
    }
}
