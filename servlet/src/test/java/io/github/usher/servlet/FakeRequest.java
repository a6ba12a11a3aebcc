package io.github.usher.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** As much of a container's request as the readers ask for. Any other call fails the test. */
final class FakeRequest {
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, String[]> parameters = new LinkedHashMap<>();
    final Map<String, Object> attributes = new LinkedHashMap<>();
    byte[] body = {};
    boolean lengthIsKnown = true;

    @Nullable
    String encoding;

    @Nullable
    String query;

    @Nullable
    RuntimeException refusal;

    String uri = "/shop/contact.do";
    String remote = "203.0.113.9";
    Locale locale = Locale.GERMANY;
    Cookie[] cookies = {};
    int bytesTaken;

    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;

    ObservedRequest observed() {
        return new ObservedRequest(asRequest());
    }

    HttpServletRequest asRequest() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getHeader" -> headers.get((String) args[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey((String) args[0])
                                        ? List.of(Objects.requireNonNull(headers.get((String) args[0])))
                                        : List.of());
                    case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                    case "getContentType" -> headers.get("Content-Type");
                    case "getContentLengthLong" -> lengthIsKnown ? (long) body.length : -1L;
                    case "getCharacterEncoding" -> encoding;
                    case "setCharacterEncoding" -> {
                        encoding = (String) args[0];
                        yield null;
                    }
                    case "getParameterMap" -> {
                        if (refusal != null) {
                            throw refusal;
                        }
                        yield parameters;
                    }
                    case "getAttribute" -> attributes.get((String) args[0]);
                    case "getQueryString" -> query;
                    case "getRequestURI" -> uri;
                    case "getContextPath" -> "/shop";
                    case "getSession" -> null;
                    case "getScheme" -> "http";
                    case "getServerName" -> "www.acme.example";
                    case "getServerPort" -> 8080;
                    case "getRemoteAddr" -> remote;
                    case "getLocale" -> locale;
                    case "getCookies" -> cookies;
                    case "getInputStream" -> stream();
                    case "getReader" -> reader();
                    default -> throw new AssertionError("The site would not expect " + method);
                });
    }

    private ServletInputStream stream() {
        if (stream == null) {
            stream = newStream();
        }
        return stream;
    }

    private BufferedReader reader() {
        if (reader == null) {
            reader = newReader();
        }
        return reader;
    }

    private BufferedReader newReader() {
        Reader text = new InputStreamReader(
                new ByteArrayInputStream(body), Charset.forName(encoding == null ? "ISO-8859-1" : encoding));
        return new BufferedReader(text);
    }

    private ServletInputStream newStream() {
        return new ServletInputStream() {
            private int at;
            private int mark;

            @Override
            public int read() {
                bytesTaken = Math.max(bytesTaken, Math.min(at + 1, body.length));
                return at < body.length ? body[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = Math.min(length, body.length - at);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                System.arraycopy(body, at, bytes, offset, count);
                at += count;
                bytesTaken = Math.max(bytesTaken, at);
                return count;
            }

            @Override
            public boolean isFinished() {
                return at >= body.length;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("not async");
            }

            @Override
            public boolean markSupported() {
                return true;
            }

            @Override
            public synchronized void mark(int limit) {
                mark = at;
            }

            @Override
            public synchronized void reset() {
                at = mark;
            }
        };
    }
}
