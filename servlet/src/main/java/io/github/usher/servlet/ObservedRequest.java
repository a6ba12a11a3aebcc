package io.github.usher.servlet;

import io.github.usher.form.BodyReader;
import io.github.usher.form.ReadBody;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The site's request, observed: what the application reads of the raw body is read along, bounded. Nothing is read that
 * the application does not read itself, and nothing that it sees is changed.
 */
final class ObservedRequest extends HttpServletRequestWrapper {
    private final HttpServletRequest arrived;
    private final @Nullable String arrivedWithSession;
    private boolean encodingWasSet;
    private boolean fieldsWereAsked;
    private @Nullable BodyObservation observation;
    private @Nullable ObservedStream stream;
    private @Nullable ObservedReader reader;

    ObservedRequest(HttpServletRequest request) {
        super(request);
        this.arrived = request;
        var session = request.getSession(false);
        this.arrivedWithSession = session == null ? null : session.getId();
    }

    /**
     * The request as it arrived. While the site forwards or includes, some containers put a request of that dispatch
     * below this wrapper, with another address and more parameters.
     */
    HttpServletRequest arrived() {
        return arrived;
    }

    /** Whether the site is including something just now: what that does to the status and headers counts for nothing. */
    boolean isIncluding() {
        return getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
    }

    /** Id of the session that the request came with; null where it came without a valid one. */
    @Nullable
    String arrivedWithSession() {
        return arrivedWithSession;
    }

    /** Whether the application has got anything out of {@code getInputStream} or {@code getReader}. */
    boolean wasReadRaw() {
        return observation != null && observation.hasSeenAny();
    }

    /** Whether the application has asked for a parameter or a part, so that the container has read the body. */
    boolean fieldsWereAsked() {
        return fieldsWereAsked;
    }

    /** What the application has read, as fields. Ends the observation. */
    ReadBody rawBody() {
        return observation().result();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var below = super.getInputStream();
        if (stream == null || !stream.isOf(below)) {
            stream = new ObservedStream(below, observation());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var below = super.getReader();
        if (reader == null || !reader.isOf(below)) {
            reader = new ObservedReader(below, observation());
        }
        return reader;
    }

    @Override
    public @Nullable String getParameter(String name) {
        fieldsWereAsked = true;
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        fieldsWereAsked = true;
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        fieldsWereAsked = true;
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        fieldsWereAsked = true;
        return super.getParameterValues(name);
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        fieldsWereAsked = true;
        return super.getParts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        fieldsWereAsked = true;
        return super.getPart(name);
    }

    @Override
    public void setCharacterEncoding(String encoding) throws UnsupportedEncodingException {
        super.setCharacterEncoding(encoding);
        encodingWasSet = true;
    }

    private BodyObservation observation() {
        if (observation == null) {
            observation = new BodyObservation(this::bodyReader, getContentLengthLong());
        }
        return observation;
    }

    /**
     * A charset that the site or the browser has named is believed. One that the container fills in is a guess, and old
     * pages are in ISO-8859-1 where their text is not in UTF-8.
     */
    private @Nullable BodyReader bodyReader() {
        var type = getContentType();
        var named = charset(getCharacterEncoding());
        boolean isSure = named != null
                && (encodingWasSet
                        || (type != null && type.toLowerCase(Locale.ROOT).contains("charset=")));
        var expected = named == null ? StandardCharsets.UTF_8 : named;
        return BodyReader.forContentType(type, expected, isSure ? null : StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
