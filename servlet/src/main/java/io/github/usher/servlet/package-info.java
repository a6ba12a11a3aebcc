/**
 * The filter: watches a site's own form being accepted, and takes the prospect on.
 *
 * <p>A request comes in by {@code FilterCore}. One that a form may belong to gets an {@code Exchange}, which sees by
 * what the site does whether it accepted the form; then {@code Acceptance} reads it and hands it to the core. The
 * addresses of ours are answered by {@code OwnPages}. All state hangs on one {@code UsherRuntime} per servlet context.
 * Whatever fails in here, the site's own request goes on.
 */
@NullMarked
package io.github.usher.servlet;

import org.jspecify.annotations.NullMarked;
