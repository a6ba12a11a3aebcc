package io.github.usher.cli;

/** Words of several verbs. */
final class Texts {
    private Texts() {}

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
