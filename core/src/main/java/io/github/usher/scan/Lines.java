package io.github.usher.scan;

/** A text that grows line by line. */
final class Lines {
    private static final int COMMENT_COLUMN = 44;
    private static final int LONGEST_COMMENT = 150;

    private final StringBuilder text = new StringBuilder();

    void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }

    /** A line with a remark behind it. */
    void line(int indent, String content, String comment) {
        var start = " ".repeat(indent) + content;
        var padding = " ".repeat(Math.max(2, COMMENT_COLUMN - start.length()));
        text.append(start).append(padding).append("# ").append(cut(comment)).append('\n');
    }

    void comment(int indent, String comment) {
        line(indent, "# " + cut(comment));
    }

    void blank() {
        text.append('\n');
    }

    private static String cut(String comment) {
        var one = YamlText.comment(comment);
        return one.length() <= LONGEST_COMMENT ? one : one.substring(0, LONGEST_COMMENT - 1) + "…";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
