package io.github.usher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** The person at the keyboard: results, errors and remarks, and an answer. */
record Console(PrintWriter out, PrintWriter err, InputStream in) {
    void print(String line) {
        out.println(line);
        out.flush();
    }

    void error(String line) {
        err.println(line);
        err.flush();
    }

    /** As it stands, without an end of a line. */
    void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** A question, on standard error: what is printed stays what was asked for. */
    void ask(String question) {
        err.print(question);
        err.flush();
    }

    void json(Object value) {
        print(asJson(value));
    }

    static String asJson(Object value) {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** On one line. */
    static String asLine(Object value) {
        try {
            return JsonMapper.builder().build().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether exactly that word is typed. */
    boolean isAnswered(String word) {
        return line().equals(word);
    }

    /** The next line that is typed, trimmed; empty at the end. Byte by byte, so that a line behind it is still there. */
    String line() {
        var bytes = new ByteArrayOutputStream();
        try {
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                bytes.write(c);
            }
        } catch (IOException closed) {
            throw new UsageException("The answer cannot be read: " + closed.getMessage());
        }
        return bytes.toString(Charset.defaultCharset()).strip();
    }
}
