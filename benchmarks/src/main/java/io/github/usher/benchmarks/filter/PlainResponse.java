package io.github.usher.benchmarks.filter;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as cheap as one can be, which remembers where it leads. */
final class PlainResponse extends HttpServletResponseWrapper {
    private static final HttpServletResponse NOTHING = Stub.of(HttpServletResponse.class, Map.of());

    private int status = SC_OK;

    @Nullable
    String location;

    PlainResponse() {
        super(NOTHING);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int next) {
        status = next;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equals("Location")) {
            location = value;
        }
    }

    @Override
    public void sendRedirect(String place) {
        status = SC_FOUND;
        location = place;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void resetBuffer() {}

    @Override
    public void flushBuffer() {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public String encodeRedirectURL(String url) {
        return url;
    }
}
