/** Containers inside an application, which start no initializers: there the filter is registered by a line of code. */
@NullMarked
package io.github.usher.embedded;

import org.jspecify.annotations.NullMarked;
