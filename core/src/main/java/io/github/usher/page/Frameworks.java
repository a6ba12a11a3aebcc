package io.github.usher.page;

/**
 * How a site's frameworks write their addresses.
 *
 * @param struts1Prefix what stands before the action, as {@code /do}; mostly blank
 * @param struts1Suffix what stands behind it: {@code .do}
 * @param struts2Suffix with the dot, or blank
 */
public record Frameworks(String struts1Prefix, String struts1Suffix, String struts2Suffix) {
    /** As they come. */
    public static final Frameworks USUAL = new Frameworks("", ".do", ".action");

    String struts1(String action) {
        if (action.isEmpty() || Paths.extension(action).matches("\\w+")) {
            return action;
        }
        return struts1Prefix + (action.startsWith("/") ? "" : "/") + cut(action) + struts1Suffix + query(action);
    }

    String struts2(String namespace, String action) {
        if (action.isEmpty() || action.startsWith("/") || action.contains(".")) {
            return action;
        }
        var folder = namespace.isEmpty() || namespace.equals("/") ? "" : namespace + "/";
        return folder + cut(action) + struts2Suffix + query(action);
    }

    private static String cut(String action) {
        return action.replaceFirst("\\?.*", "");
    }

    private static String query(String action) {
        int question = action.indexOf('?');
        return question < 0 ? "" : action.substring(question);
    }
}
