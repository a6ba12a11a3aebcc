package io.github.usher.booking;

import org.jspecify.annotations.Nullable;

/** What the body of a webhook came to. */
public sealed interface ReadWebhook {
    /**
     * An event.
     *
     * @param guest the e-mail address of the prospect, which alone tells whose booking it is on the new platform; null
     *     where none came
     */
    record Event(BookingEvent event, @Nullable String guest) implements ReadWebhook {
        /** An e-mail address is personal. */
        @Override
        public String toString() {
            return "Event[" + event.change() + "]";
        }
    }

    /** @param why part of a sentence, without anything that was sent */
    record Unreadable(String why) implements ReadWebhook {}
}
