/**
 * Crowds of visitors against a real Tomcat in another process, with a routing API in a third.
 *
 * <p>Visitors arrive by a schedule whatever becomes of those before them, and each waits from the moment at which he was
 * to arrive: a server that falls behind cannot hide it.
 */
@NullMarked
package io.github.usher.benchmarks.load;

import org.jspecify.annotations.NullMarked;
