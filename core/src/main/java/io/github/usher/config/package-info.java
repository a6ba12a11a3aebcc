/**
 * {@code usher.yaml}: read strictly, every mistake told at once with its file, line, key, what was found, what was
 * expected and the nearest right name.
 *
 * <p>What comes out are plain records with everything compiled: patterns, templates, durations. Nothing here does
 * anything with them.
 */
@NullMarked
package io.github.usher.config;

import org.jspecify.annotations.NullMarked;
