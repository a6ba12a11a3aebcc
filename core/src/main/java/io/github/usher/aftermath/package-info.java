/**
 * What comes after a lead was handed over: webhooks are taken in, code of the site hears of every change, and people and
 * other systems are told what their config asks for.
 *
 * <p>All of it hangs on one place, {@code WatchedStore}: the store through which every change of a submission goes. What
 * is to be told is decided there by a pure function and committed with the change itself, so that neither a kill nor an
 * address that is down loses it.
 */
@NullMarked
package io.github.usher.aftermath;

import org.jspecify.annotations.NullMarked;
