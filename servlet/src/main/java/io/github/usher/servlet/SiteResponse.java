package io.github.usher.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The response that the site sees while one of its forms is handled: passes everything on, sees redirects in every way
 * in which a site can make one, and holds a page back where the form waits for its text.
 */
final class SiteResponse extends HttpServletResponseWrapper {
    private static final int SEE_OTHER = 303;

    private final Exchange exchange;
    private final SiteOutput output;
    private @Nullable String location;
    private boolean redirectedByHeaders;

    SiteResponse(HttpServletResponse response, Exchange exchange, boolean hold) {
        super(response);
        this.exchange = exchange;
        this.output = new SiteOutput(response, exchange::pageEnds);
        if (hold) {
            output.hold();
        }
    }

    private HttpServletResponse under() {
        return (HttpServletResponse) getResponse();
    }

    /** Sends the browser to that address of ours, whatever the site writes from here on. */
    void handOff(String address) throws IOException {
        output.swallow();
        super.resetBuffer();
        super.setStatus(SEE_OTHER);
        super.setHeader("Location", address);
        super.setContentLength(0);
        super.flushBuffer();
    }

    boolean isHolding() {
        return output.isHolding();
    }

    boolean hasHeldAny() {
        return output.hasHeldAny();
    }

    /** Whether what is held is a page whose text can be read: an HTML page of status 200, as it is shown. */
    boolean isReadablePage() {
        var type = getContentType();
        boolean isHtml = type == null
                || type.toLowerCase(Locale.ROOT).startsWith("text/html")
                || type.toLowerCase(Locale.ROOT).startsWith("application/xhtml+xml");
        return isHtml && getStatus() == SC_OK && getHeader("Content-Encoding") == null;
    }

    /** Whether the page is longer than what is held, so that its rest is not looked at. */
    boolean isFull() {
        return output.isFull();
    }

    boolean contains(List<Pattern> anyOf) {
        return output.contains(anyOf);
    }

    /** Lets out what is held, as the site wrote it. */
    void release() {
        if (output.isHolding()) {
            Guard.orNull("letting a page out", () -> {
                output.release();
                return null;
            });
        }
    }

    /** What the site had flushed goes out; the rest is the container's to drop. */
    void siteFailed() {
        if (output.isHolding() && output.siteHasCommitted()) {
            release();
        } else if (output.isHolding()) {
            output.discard();
            release();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return output.stream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return output.writer();
    }

    @Override
    public void flushBuffer() throws IOException {
        output.flushBuffer();
    }

    @Override
    public boolean isCommitted() {
        return super.isCommitted() || output.siteHasCommitted();
    }

    @Override
    public void reset() {
        beforeChange();
        super.reset();
        location = null;
        redirectedByHeaders = false;
    }

    @Override
    public void resetBuffer() {
        beforeChange();
        super.resetBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        beforeChange();
        exchange.sawError(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        beforeChange();
        exchange.sawError(status);
        super.sendError(status, message);
    }

    /** What is held and was flushed would be with the browser by now: let it go, so that the container refuses as ever. */
    private void beforeChange() {
        if (!output.isHolding() || exchange.isIncluding()) {
            return;
        }
        if (output.siteHasCommitted()) {
            release();
        } else {
            output.discard();
        }
    }

    @Override
    public void sendRedirect(String place) throws IOException {
        redirect(place, () -> super.sendRedirect(place));
    }

    /** Of Servlet 6.1; no {@code @Override}, since 6.0 does not know it. */
    public void sendRedirect(String place, boolean clearBuffer) throws IOException {
        redirect(place, () -> LaterRedirects.send(under(), place, clearBuffer));
    }

    /** Of Servlet 6.1; no {@code @Override}, since 6.0 does not know it. */
    public void sendRedirect(String place, int status) throws IOException {
        redirect(place, () -> LaterRedirects.send(under(), place, status));
    }

    /** Of Servlet 6.1; no {@code @Override}, since 6.0 does not know it. */
    public void sendRedirect(String place, int status, boolean clearBuffer) throws IOException {
        redirect(place, () -> LaterRedirects.send(under(), place, status, clearBuffer));
    }

    private void redirect(String place, SitesOwn sitesOwn) throws IOException {
        beforeChange();
        var address = super.isCommitted() || exchange.isIncluding()
                ? null
                : Guard.orNull("at a redirect", () -> exchange.redirected(place));
        if (address == null) {
            sitesOwn.send();
        } else {
            handOff(address);
        }
    }

    @Override
    public void setStatus(int status) {
        if (redirectedByHeaders) {
            return;
        }
        super.setStatus(status);
        redirectIfComplete();
    }

    /** Of Servlet 5 and before; no {@code @Override}, since 6.0 does not know it. The message reaches no browser. */
    public void setStatus(int status, String message) {
        setStatus(status);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isLocation(name) || exchange.isIncluding()) {
            super.setHeader(name, value);
        } else if (!redirectedByHeaders) {
            super.setHeader(name, value);
            location = value;
            redirectIfComplete();
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isLocation(name) || exchange.isIncluding()) {
            super.addHeader(name, value);
        } else if (!redirectedByHeaders) {
            super.addHeader(name, value);
            location = value;
            redirectIfComplete();
        }
    }

    private static boolean isLocation(String name) {
        return "Location".equalsIgnoreCase(name);
    }

    private void redirectIfComplete() {
        var place = location;
        if (place == null || !isRedirect(getStatus()) || super.isCommitted()) {
            return;
        }
        var address = Guard.orNull("at a redirect", () -> exchange.redirected(place));
        if (address != null) {
            redirectedByHeaders = true;
            super.setStatus(SEE_OTHER);
            super.setHeader("Location", address);
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    @FunctionalInterface
    private interface SitesOwn {
        void send() throws IOException;
    }
}
