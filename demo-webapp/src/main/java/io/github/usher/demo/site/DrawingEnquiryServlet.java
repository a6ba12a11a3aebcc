package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;

/** A form that may come with a drawing as a file, of which only name and size are noted. */
abstract class DrawingEnquiryServlet extends EnquiryServlet {
    private final String drawing;

    /**
     * Describes a form.
     *
     * @param drawing the name of the file's field
     */
    DrawingEnquiryServlet(String form, String view, String drawing, FormRule... rules) {
        super(form, view, rules);
        this.drawing = drawing;
    }

    @Override
    Map<String, String> fields(FormInput input, HttpServletRequest request) throws ServletException, IOException {
        Map<String, String> fields = input.filledIn();
        Part file = request.getPart(drawing);
        if (file != null && file.getSize() > 0) {
            fields.put(drawing, file.getSubmittedFileName() + ", " + file.getSize() + " bytes");
            file.delete();
        }
        return fields;
    }
}
