package io.github.usher.page;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the code of other template languages out of a text, and leaves the mark-up. */
final class Templates {
    private static final Set<String> VELOCITY = Set.of("vm", "vtl", "vhtml");
    private static final Set<String> JAVA =
            Set.of("jsp", "jspx", "jspf", "tag", "tagx", "tagf", "ftl", "ftlh", "ftlx", "xhtml");
    private static final Pattern PHP = Pattern.compile("(?s)<\\?(?:php|=)?(?!xml)(.*?)(?:\\?>|\\z)");
    private static final Pattern MUSTACHE = Pattern.compile("(?s)\\{\\{\\{?(?!\\{)(.*?)}}}?|\\{!!(.*?)!!}");
    private static final Pattern TEXT = Pattern.compile(
            "(?s)\\s*(?:(?:__|_|trans|t|gettext|lang)\\(\\s*)?(?:'([^']*)'|\"([^\"]*)\")\\s*(?:\\|\\s*\\w+[^|]*|\\))?\\s*");
    private static final Pattern BLADE = Pattern.compile(
            "(?m)(?<![\\w.@])@(?:csrf|method|if|elseif|else|endif|foreach|endforeach|for|endfor|error|enderror|php|endphp|isset"
                    + "|endisset|auth|endauth|guest|endguest|section|endsection|extends|yield|include|push|endpush|empty"
                    + "|endempty|unless|endunless|checked|selected|disabled|old|lang|stack|forelse|endforelse)\\b");

    private Templates() {}

    static String plain(String text, String extension) {
        if (VELOCITY.contains(extension)) {
            return Velocity.plain(text);
        }
        if (JAVA.contains(extension)) {
            return text;
        }
        var plain = text;
        if (extension.equals("erb") || plain.contains("<%= f.") || plain.contains("<%= form")) {
            plain = Rails.plain(plain);
        }
        if (plain.contains("<?")) {
            plain = PHP.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(php(found)));
        }
        if (plain.contains("{{") || plain.contains("{!!") || plain.contains("{%")) {
            plain = plain.replaceAll("(?s)\\{\\{--.*?--}}|\\{#.*?#}|\\{%.*?%}", "");
            plain = MUSTACHE.matcher(plain)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(text(found.group(1) != null ? found.group(1) : found.group(2))));
        }
        return extension.equals("php") || extension.equals("html") ? blade(plain) : plain;
    }

    private static String php(MatchResult found) {
        var code = found.group(1);
        var echoed = code.strip()
                .replaceFirst("^echo\\b|^_e\\(|^esc_html_e\\(|^esc_attr_e\\(", "")
                .strip();
        var literal = TEXT.matcher(echoed.replaceFirst(";\\s*$", "").replaceFirst(",\\s*'[\\w-]+'\\s*\\)$", ""));
        if (literal.matches()) {
            return literal.group(1) != null ? literal.group(1) : literal.group(2);
        }
        return Printed.by(code);
    }

    /** {@code {{ __('First name') }}} is that text; anything else is known only at run time. */
    private static String text(String code) {
        var literal = TEXT.matcher(code);
        if (!literal.matches()) {
            return "";
        }
        var text = literal.group(1) != null ? literal.group(1) : literal.group(2);
        return text.matches("[\\w-]+(\\.[\\w-]+)+")
                ? text.replaceFirst(".*\\.", "").replace('_', ' ')
                : text;
    }

    /** Directives with what stands in their brackets. */
    private static String blade(String text) {
        var found = BLADE.matcher(text);
        var plain = new StringBuilder();
        int from = 0;
        while (found.find(from)) {
            plain.append(text, from, found.start());
            from = found.end();
            if (from < text.length() && text.charAt(from) == '(') {
                from = Math.max(from, Velocity.closing(text, from) + 1);
            }
        }
        return plain.append(text, Math.min(from, text.length()), text.length()).toString();
    }
}
