package io.github.usher.scan;

/**
 * How the site tells that it has accepted a form.
 *
 * @param way {@code redirect}, {@code forward}, {@code page-contains}, {@code tag} or {@code posted}
 * @param place the pattern, the text, or for {@code posted} the fallback; blank for {@code tag}
 * @param why where that stands
 * @param isSure whether it was read, and not only supposed
 */
public record Accepted(String way, String place, String why, boolean isSure) {}
