/** Tests of the filter and of what starts it. */
@NullMarked
package io.github.usher.servlet;

import org.jspecify.annotations.NullMarked;
