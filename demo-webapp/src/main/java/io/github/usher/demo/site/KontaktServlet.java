package io.github.usher.demo.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /de/kontakt.do}: the German page is written, and posts, in ISO-8859-1. It is a multipart form not only for its
 * file: Jetty 12.1 takes any other form for UTF-8, whatever encoding the servlet sets.
 */
public final class KontaktServlet extends DrawingEnquiryServlet {
    public KontaktServlet() {
        super(
                "kontakt (de)",
                "kontakt.jsp",
                "zeichnung",
                FormRule.required("vorname", "Bitte geben Sie Ihren Vornamen an."),
                FormRule.required("nachname", "Bitte geben Sie Ihren Nachnamen an."),
                FormRule.required("firma", "Bitte geben Sie Ihre Firma an."),
                FormRule.email("email", "Bitte geben Sie eine gültige E-Mail-Adresse an."));
    }

    @Override
    void accepted(String reference, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        redirect("/de/danke.jsp", reference, request, response);
    }

    @Override
    String encoding() {
        return "ISO-8859-1";
    }
}
