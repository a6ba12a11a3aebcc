package io.github.usher;

/**
 * Code of the site that hears what becomes of its submissions: an implementation that {@link java.util.ServiceLoader}
 * finds in the site's own class loader ({@code META-INF/services/io.github.usher.SubmissionListener}), or an instance
 * that the site puts into its {@code ServletContext} under this interface's full name.
 *
 * <p>It is called on threads of Usher's, one call at a time, never while a visitor waits. A call may take 10 s, then its
 * thread is interrupted and the next event comes. Whatever it throws is logged by its type and changes nothing. An event
 * is told once, and not again after a restart: what must arrive for sure is for {@code notify} of the config.
 */
@FunctionalInterface
public interface SubmissionListener {
    /** @param event what happened; immutable */
    void on(SubmissionEvent event) throws Exception;

    /**
     * Hears that a form is no longer what the config was written for: a mapped field stopped coming, a new one looks
     * like a Lead field, an option is not in a map of values, or the form has gone silent. Said once for each. Does
     * nothing unless it is overridden.
     *
     * @param form its name in the config
     * @param sentence what was noticed and what to do, without anything that was submitted
     */
    default void drifted(String form, String sentence) throws Exception {}
}
