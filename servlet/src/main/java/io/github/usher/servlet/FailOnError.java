package io.github.usher.servlet;

/** The setting {@code usher.fail-on-error}: init-param, context-param or system property; false where none is set. */
final class FailOnError {
    static final String SETTING = "usher.fail-on-error";

    private FailOnError() {}

    static boolean isOn(Surroundings surroundings) {
        return Boolean.parseBoolean(surroundings.initParam(SETTING))
                || Boolean.parseBoolean(surroundings.contextParam(SETTING))
                || Boolean.parseBoolean(surroundings.systemProperty(SETTING));
    }
}
