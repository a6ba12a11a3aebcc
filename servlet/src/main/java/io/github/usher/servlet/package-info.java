/**
 * The filter around the site's own chain. A container loads {@code UsherInitializer} or {@code UsherFilter} by name; both
 * are tiny classes of Java 8 that load the rest. The installer looks for a config and registers the filter where there
 * is one; the filter's core then does the work. This package is compiled against {@code jakarta.servlet}, and the build
 * makes the same classes once more for {@code javax.servlet}, as {@code io.github.usher.javax}.
 */
@NullMarked
package io.github.usher.servlet;

import org.jspecify.annotations.NullMarked;
