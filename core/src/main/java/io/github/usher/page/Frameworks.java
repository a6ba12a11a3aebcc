package io.github.usher.page;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a site's frameworks write their addresses.
 *
 * @param struts1Prefix what stands before the action, as {@code /do}; mostly blank
 * @param struts1Suffix what stands behind it: {@code .do}
 * @param struts2Suffix with the dot, or blank
 * @param stripes the addresses of Stripes' action beans, by their classes
 */
public record Frameworks(
        String struts1Prefix, String struts1Suffix, String struts2Suffix, Map<String, String> stripes) {
    /** As they come. */
    public static final Frameworks USUAL = new Frameworks("", ".do", ".action", Map.of());

    private static final Pattern STRIPES_PACKAGE = Pattern.compile(".*\\.(?:web|www|stripes|action)\\.(.*)");

    /** The address that an action bean of Stripes has by its name: {@code a.web.crm.SaveActionBean} is {@code /crm/Save.action}. */
    public static String ofStripes(String beanClass) {
        var inside = STRIPES_PACKAGE.matcher(beanClass);
        var name = inside.matches() ? inside.group(1) : beanClass;
        return "/" + name.replace('.', '/').replaceFirst("Bean$", "").replaceFirst("Action$", "") + ".action";
    }

    /** Where a class of the site answers that is an action bean of Stripes; blank where it is none. */
    public String addressOfBean(String className) {
        return stripes.getOrDefault(className, "");
    }

    String stripesBean(String beanClass) {
        return stripes.getOrDefault(beanClass, ofStripes(beanClass)).replace("*", "");
    }

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
