/** Tests of what a person or a container starts by its name. */
@NullMarked
package io.github.usher;

import org.jspecify.annotations.NullMarked;
