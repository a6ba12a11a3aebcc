package io.github.usher.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * One run of the command line.
 *
 * @param code what the process would end with
 */
record CommandLineRun(int code, String out, String err) {
    static CommandLineRun of(String typed, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var charset = Charset.defaultCharset();
        int code = UsherCommand.run(
                args,
                new PrintStream(out, true, charset),
                new PrintStream(err, true, charset),
                new ByteArrayInputStream(typed.getBytes(charset)));
        return new CommandLineRun(code, out.toString(charset), err.toString(charset));
    }
}
