package io.github.usher.demo.sandbox;

/**
 * What {@code live.jsp} shows.
 *
 * @param route of the prospect
 * @param options as the page was called
 * @param texts in the visitor's language
 * @param messages for the framing page
 */
public record LiveCallView(Route route, PageOptions options, Texts texts, BrowserMessages messages) {}
