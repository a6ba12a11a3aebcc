package io.github.usher.scan;

import io.github.usher.page.Frameworks;
import io.github.usher.site.SiteFiles;
import io.github.usher.site.WebXml;
import java.util.Map;

/** Reads how the site's Struts writes its addresses. */
final class FrameworkReader {
    private FrameworkReader() {}

    static Frameworks of(SiteFiles site, WebXml webXml, Map<String, String> stripes) {
        var pattern = webXml.servlets().stream()
                .filter(servlet -> servlet.type().endsWith("ActionServlet"))
                .flatMap(servlet -> servlet.patterns().stream())
                .findFirst()
                .orElse("*.do");
        boolean byPrefix = pattern.endsWith("/*");
        return new Frameworks(
                byPrefix ? pattern.substring(0, pattern.length() - 2) : "",
                byPrefix ? "" : pattern.replaceFirst("^\\*", ""),
                struts2Suffix(site),
                stripes);
    }

    private static String struts2Suffix(SiteFiles site) {
        for (var file : Xml.files(site, "struts.xml", "struts-plugin.xml")) {
            for (var constant : file.select("constant[name=struts.action.extension]")) {
                var first = constant.attr("value").split(",", -1)[0].strip();
                return first.isEmpty() ? "" : "." + first;
            }
        }
        return Frameworks.USUAL.struts2Suffix();
    }
}
