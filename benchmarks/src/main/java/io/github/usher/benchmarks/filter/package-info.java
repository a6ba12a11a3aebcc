/** What the filter costs a request, without a container and without a network. */
@NullMarked
package io.github.usher.benchmarks.filter;

import org.jspecify.annotations.NullMarked;
