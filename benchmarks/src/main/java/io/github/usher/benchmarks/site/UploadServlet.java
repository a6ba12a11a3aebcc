package io.github.usher.benchmarks.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads a body as old upload libraries do, and says how much came. */
final class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var buffer = new byte[8192];
        long all = 0;
        var body = request.getInputStream();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            all += read;
        }
        response.setContentType("text/plain");
        response.getWriter().write(Long.toString(all));
    }
}
