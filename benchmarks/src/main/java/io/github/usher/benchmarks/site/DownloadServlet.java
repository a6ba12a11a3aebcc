package io.github.usher.benchmarks.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes as many bytes as {@code ?bytes=} says. A POST is one of a form whose page is looked at. */
final class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long left = Long.parseLong(request.getParameter("bytes"));
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(left);
        var buffer = new byte[8192];
        var out = response.getOutputStream();
        for (; left > 0; left -= buffer.length) {
            out.write(buffer, 0, (int) Math.min(left, buffer.length));
        }
    }
}
