package io.github.usher.demo.sandbox;

/**
 * What {@code meeting.jsp} shows after a meeting was booked, moved or cancelled, or where cancelling is to be confirmed.
 *
 * @param meeting as it is now
 * @param state the key of the headline: {@code booked}, {@code moved}, {@code cancelled} or {@code cancel}
 * @param options as the page was called
 * @param texts in the visitor's language
 * @param messages for the framing page
 */
public record MeetingView(Meeting meeting, String state, PageOptions options, Texts texts, BrowserMessages messages) {}
