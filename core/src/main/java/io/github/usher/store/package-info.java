/**
 * Submissions in a database: embedded in one file, or shared by several nodes.
 *
 * <p>{@link io.github.usher.store.SiteStore} is the door of a running application, {@link io.github.usher.store.Stores}
 * that of a command. A submission is a document (a codec of its own) beside a few
 * columns that are looked for. What the embedded database commits is durable by a journal beside its file:
 * {@code WriteAhead}. All SQL is the same on every database, but for what {@code Dialect} names. The one package
 * that sees JDBC: what goes wrong there leaves it as a {@link io.github.usher.submission.StoreException} with a sentence
 * for the admin.
 */
@NullMarked
package io.github.usher.store;

import org.jspecify.annotations.NullMarked;
