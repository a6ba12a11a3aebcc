package io.github.usher.servlet;

import io.github.usher.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes one of our pages with its headers. */
final class PageWriter {
    private PageWriter() {}

    static void write(HttpServletResponse response, Page page) throws IOException {
        response.setStatus(page.status());
        page.headers().forEach(response::setHeader);
        var bytes = page.html().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** An address with a token in it is nothing to keep or to pass on. */
    static void secretHeaders(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
