package io.github.usher.doctor;

import io.github.usher.config.Problem;
import io.github.usher.config.UsherConfig;
import io.github.usher.site.SiteFiles;
import io.github.usher.site.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of a config does not go together with the site that it is for, seen in the site's files. */
public final class SiteAdvice {
    private static final String WEB_XML = "WEB-INF/web.xml";

    private SiteAdvice() {}

    /**
     * The warnings, by what they are of.
     *
     * @param site a WAR, which is not unpacked, or a folder with the same inside
     * @throws IOException where it cannot be read
     */
    public static List<Problem> of(UsherConfig config, Path site) throws IOException {
        try (var files = SiteFiles.open(site)) {
            var warnings = new ArrayList<Problem>();
            var path = files.inWebRoot(WEB_XML);
            var webXml = files.paths().contains(path) ? WebXml.parse(files.read(path)) : WebXml.NONE;
            var own = new ConfigLines(config.file(), Files.readAllLines(config.file()));
            var pages = SitePages.read(files);
            warnings.addAll(new FilterAdvice(config, webXml, SiteApi.of(files)).warnings());
            warnings.addAll(new FieldAdvice(config, own, pages).warnings());
            warnings.addAll(new PlaceAdvice(config, own, files, pages).warnings());
            warnings.addAll(new FrameAdvice(config, webXml, pages).warnings());
            pages.vendorScripts()
                    .forEach((page, found) -> warnings.add(new Problem(
                            page,
                            0,
                            "loads the vendor's own script (" + found
                                    + "): each lead would be routed twice. Take it out;" + " Usher does its work.")));
            return List.copyOf(warnings);
        }
    }
}
