package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;

/** {@code /quote.do}: comes with a drawing as a file, of which only name and size are noted. */
public final class QuoteServlet extends EnquiryServlet {
    public QuoteServlet() {
        super(
                "quote",
                "quote.jsp",
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

    @Override
    Map<String, String> fields(FormInput input, HttpServletRequest request) throws ServletException, IOException {
        Map<String, String> fields = input.filledIn();
        Part drawing = request.getPart("drawing");
        if (drawing != null && drawing.getSize() > 0) {
            fields.put("drawing", drawing.getSubmittedFileName() + ", " + drawing.getSize() + " bytes");
            drawing.delete();
        }
        return fields;
    }
}
