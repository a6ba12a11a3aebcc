/**
 * A submission from the moment the site accepted it: what is kept of it, the states it goes through, and the store.
 *
 * <p>A submission is an immutable record; its progress is another record, replaced as a whole. The store is the one
 * owner of both, and the only place where they meet.
 */
@NullMarked
package io.github.usher.submission;

import org.jspecify.annotations.NullMarked;
