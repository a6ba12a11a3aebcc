package io.github.usher;

import java.lang.reflect.InvocationTargetException;

/** The entry point of {@code java -jar usher-VERSION.jar}: looks at the Java that runs here, then starts the command line. */
public final class Main {
    private static final String COMMAND_LINE = "io.github.usher.cli.UsherCommand";
    private static final int WRONG_USE = 2;

    private Main() {}

    /** Runs the command line; where the Java is too old says so on standard error and ends with exit code 2. */
    public static void main(String[] arguments) throws Throwable {
        if (JavaVersion.isTooOld()) {
            System.err.println(
                    "Usher needs Java " + JavaVersion.needed() + ", and this is Java " + JavaVersion.running() + ".");
            System.exit(WRONG_USE);
        }
        try {
            Class.forName(COMMAND_LINE).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
