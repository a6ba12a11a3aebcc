package io.github.usher.delivery;

import io.github.usher.form.Submitted;
import io.github.usher.submission.Browser;
import io.github.usher.submission.SitePage;
import org.jspecify.annotations.Nullable;

/**
 * What the site accepted, as it was read at that moment.
 *
 * @param submitted what was read
 * @param unread why it could not be read whole, as a sentence; null where it could
 * @param browser who submitted
 * @param sitePage where the site itself went
 * @param application its address as the browser reached it, with the context path and without a slash at its end
 */
public record Accepted(
        Submitted submitted, @Nullable String unread, Browser browser, SitePage sitePage, String application) {}
