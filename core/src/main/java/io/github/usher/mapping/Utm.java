package io.github.usher.mapping;

import io.github.usher.form.FormFields;
import io.github.usher.form.PlainText;
import io.github.usher.form.Submitted;
import java.util.List;

/** Where a campaign's parameters come from when the config says nothing. */
final class Utm {
    static final List<String> NAMES = List.of("campaign", "source", "medium", "term", "content");

    private Utm() {}

    /** The form's own {@code utm_*}, then those of the page's address, then those of the address posted to. */
    static ValueMapper.Result find(String name, Submitted submitted) {
        var parameter = "utm_" + name;
        var inForm = first(submitted.fields(), parameter);
        if (!inForm.isEmpty()) {
            return new ValueMapper.Result(inForm, "form field " + parameter, List.of(), "");
        }
        var onPage = first(submitted.pageQuery(), parameter);
        if (!onPage.isEmpty()) {
            return new ValueMapper.Result(onPage, "address of the form's page, " + parameter, List.of(), "");
        }
        return new ValueMapper.Result(
                first(submitted.query(), parameter), "query parameter " + parameter, List.of(), "");
    }

    private static String first(FormFields fields, String name) {
        for (var value : fields.values(name)) {
            var text = PlainText.trim(PlainText.clean(value));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
