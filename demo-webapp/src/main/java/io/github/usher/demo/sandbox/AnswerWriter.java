package io.github.usher.demo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an answer of the routing API, good, bad or broken. */
final class AnswerWriter {
    /** Bytes that are no JSON in any encoding. */
    private static final byte[] GARBAGE = {(byte) 0xFF, (byte) 0xFE, 0x00, 0x13, (byte) 0x9D, 0x7B, 0x7B, 0x22};

    private final ServletContext context;
    private final String base;
    private final Tongue tongue;

    /**
     * Makes a writer for one request.
     *
     * @param base the address of the sandbox's pages as the caller reaches it, without a slash at the end
     * @param tongue of the API that was called
     */
    AnswerWriter(ServletContext context, String base, Tongue tongue) {
        this.context = context;
        this.base = base;
        this.tongue = tongue;
    }

    void write(Answer answer, Route route, HttpServletResponse response) throws IOException {
        switch (answer) {
            case BOOKED, NO_FREE_SLOTS, SLOW_3, SLOW_12, NEVER -> json(200, tongue.calendar(route, base), response);
            case LIVE_CALL -> json(200, tongue.liveCall(route, base), response);
            case UNTRUSTED_HOST ->
                json(200, tongue.calendar(route, "https://chilipiper.com.calendars.example"), response);
            case CODE_8001, CODE_8002, CODE_8003, CODE_8003_LINK, CODE_8004, CODE_8005, CODE_8007 -> {
                Tongue.Said said = tongue.code(answer, base);
                json(said.status(), said.body(), response);
            }
            case HTTP_500 -> failure(500, "Internal Server Error", response);
            case HTTP_429 -> {
                response.setHeader("Retry-After", "30");
                failure(429, "Too Many Requests", response);
            }
            case GARBAGE -> bytes(GARBAGE, "application/json", response);
            case HTML ->
                bytes(
                        "<html><body><h1>Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        response);
            case EMPTY -> bytes(new byte[0], "application/json", response);
            case REDIRECT -> response.sendRedirect(base + "/moved/");
            case DROPPED -> dropHalfWay(tongue.calendar(route, base), response);
            case DOWN -> close(response);
        }
    }

    void failure(int status, String message, HttpServletResponse response) throws IOException {
        json(status, tongue.failure(status, message), response);
    }

    void plain(int status, String message, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        bytes(message.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", response);
    }

    private void json(int status, JsonNode body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        bytes(body.toString().getBytes(StandardCharsets.UTF_8), "application/json;charset=UTF-8", response);
    }

    private static void bytes(byte[] body, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A container that cannot keep a promised length has to cut the connection. */
    private static void dropHalfWay(JsonNode body, HttpServletResponse response) throws IOException {
        byte[] whole = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(whole.length);
        response.getOutputStream().write(whole, 0, whole.length / 2);
        response.flushBuffer();
        throw new IOException("The sandbox drops this connection half-way, as it was told to.");
    }

    /** Jetty closes without a byte for status -1; elsewhere the best a servlet can do is an answer without its body. */
    private void close(HttpServletResponse response) throws IOException {
        if (context.getServerInfo().startsWith("jetty")) {
            response.sendError(-1);
            return;
        }
        response.setContentLength(1);
        response.flushBuffer();
        throw new IOException("The sandbox closes this connection, as it was told to.");
    }
}
