/**
 * Notices that a form is no longer what the config was written for: a mapped field that stopped coming, a new one that
 * looks like a Lead field, an option that a map of values does not know, a form that has gone silent.
 *
 * <p>It learns from the submissions since the start of the application, and keeps names and times of them, never values.
 * Each thing is said once, and again only after it was over. What is kept is bounded.
 */
@NullMarked
package io.github.usher.drift;

import org.jspecify.annotations.NullMarked;
