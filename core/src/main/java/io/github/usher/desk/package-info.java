/**
 * The desk of the command line at the store: what an admin may ask of the submissions, and the way to ask it of a Usher
 * that is running.
 *
 * <p>A running Usher holds the embedded database alone, so that the command line asks it over a Unix domain socket in
 * the store's folder, which only the owner of that folder can open. Where nobody runs, the command line opens the store
 * itself and asks a {@link io.github.usher.desk.Desk} of its own. An {@link io.github.usher.desk.Order} and the documents
 * that answer it are the same both ways.
 */
@NullMarked
package io.github.usher.desk;

import org.jspecify.annotations.NullMarked;
