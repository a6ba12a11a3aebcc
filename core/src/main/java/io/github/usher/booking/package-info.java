/**
 * What is heard of a booking after the hand-off: the webhooks of both platforms and what the visitor's browser reports,
 * read strictly into events, and the life of a booking computed from them.
 *
 * <p>Pure functions of bytes and values. Nobody promises an order or a single delivery, so neither is relied on.
 */
@NullMarked
package io.github.usher.booking;

import org.jspecify.annotations.NullMarked;
