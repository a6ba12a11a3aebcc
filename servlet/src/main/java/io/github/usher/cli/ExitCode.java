package io.github.usher.cli;

/** What the process ends with. */
final class ExitCode {
    static final int GOOD = 0;
    static final int FINDING = 1;
    static final int ERROR = 2;

    private ExitCode() {}
}
