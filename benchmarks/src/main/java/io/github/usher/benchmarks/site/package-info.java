/**
 * What the other processes run: a Tomcat with one of the sites that are compared, and a routing API.
 *
 * <p>Nothing here knows Usher: it comes into the site as the jar in {@code WEB-INF/lib}, as everywhere.
 */
@NullMarked
package io.github.usher.benchmarks.site;

import org.jspecify.annotations.NullMarked;
