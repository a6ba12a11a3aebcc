package io.github.usher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

    /** Whether exactly that word is typed. */
    boolean isAnswered(String word) {
        try {
            var line = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            return line != null && line.strip().equals(word);
        } catch (IOException closed) {
            throw new UsageException("The answer cannot be read: " + closed.getMessage());
        }
    }
}
