package io.github.usher.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a template can refer to: one submission as the site received it.
 *
 * @param fields what was submitted under which name (of the body and of the query, as the site itself reads them)
 * @param query the parameters of the query that the form was posted with
 * @param pageQuery the parameters in the address of the page that the form stood on (from {@code Referer}; none where
 *     the browser did not send it)
 * @param cookies name to value, in the order of the request
 * @param headers lower-cased name to first value, in the order of the request
 * @param locale of the visitor, as {@code en_US}, {@code fr}
 * @param url the address that the form was posted to, without query and session id
 */
public record Submitted(
        FormFields fields,
        FormFields query,
        FormFields pageQuery,
        Map<String, String> cookies,
        Map<String, String> headers,
        String locale,
        String url) {

    public Submitted {
        cookies = copy(cookies);
        headers = copy(headers);
    }

    private static Map<String, String> copy(Map<String, String> given) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** A submission of fields alone, as the command line and the tests of a config make it. */
    public static Submitted of(FormFields fields) {
        return new Submitted(fields, FormFields.none(), FormFields.none(), Map.of(), Map.of(), "en_US", "");
    }

    /** Names alone: values are personal and belong in no log. */
    @Override
    public String toString() {
        return "Submitted[" + fields + "]";
    }
}
