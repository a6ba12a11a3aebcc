package io.github.usher.doctor;

import io.github.usher.site.SiteFiles;
import io.github.usher.site.VendorSnippet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the pages and scripts of a site say, read once: the names that its fields may have, its policies of frames, the
 * vendor's script, the tag.
 *
 * @param fields every text that names a field: {@code name}, {@code path} of Spring, {@code property} of Struts, {@code
 *     id} of JSF
 * @param policies file to Content-Security-Policy that stands in it
 * @param vendorScripts file to what was found of the vendor's script
 * @param hasTag whether a page runs {@code <usher:booking/>}
 * @param hasForms whether there is any form at all to compare with
 */
record SitePages(
        Set<String> fields,
        Map<String, String> policies,
        Map<String, String> vendorScripts,
        boolean hasTag,
        boolean hasForms) {
    private static final Pattern PAGE =
            Pattern.compile(".*\\.(jsp|jspf|jspx|tag|tagx|tagf|html?|xhtml|ftlh?|vm|js|inc)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:name|path|property|id)\\s*=\\s*(?:\"([^\"<>]{1,200})\"|'([^'<>]{1,200})')");
    private static final Pattern META = Pattern.compile(
            "<meta[^>]+http-equiv\\s*=\\s*[\"']?Content-Security-Policy[\"']?[^>]*content\\s*=\\s*\"([^\"]+)\"",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile(
            "Header\\s*\\(\\s*\"Content-Security-Policy\"\\s*,\\s*\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("<(?:\\w+:)?form\\b", Pattern.CASE_INSENSITIVE);

    static SitePages read(SiteFiles files) throws IOException {
        var fields = new TreeSet<String>();
        var policies = new LinkedHashMap<String, String>();
        var scripts = new LinkedHashMap<String, String>();
        boolean tag = false;
        boolean forms = false;
        for (var path : files.paths()) {
            if (!PAGE.matcher(path).matches() || path.startsWith("META-INF/")) {
                continue;
            }
            var text = text(files.read(path));
            names(text, fields);
            for (var policy : java.util.List.of(META, HEADER)) {
                var found = policy.matcher(text);
                if (found.find()) {
                    policies.putIfAbsent(path, found.group(1));
                }
            }
            var script = VendorSnippet.in(text);
            if (script != null) {
                scripts.put(path, script);
            }
            tag |= text.contains("<usher:booking");
            forms |= FORM.matcher(text).find();
        }
        return new SitePages(fields, policies, scripts, tag, forms);
    }

    private static void names(String text, Set<String> into) {
        var found = NAMED.matcher(text);
        while (found.find()) {
            into.add(found.group(1) != null ? found.group(1) : found.group(2));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
