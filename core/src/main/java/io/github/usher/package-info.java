/** Usher's core: everything that knows no servlet. Each package below is one step of a submission's way. */
@NullMarked
package io.github.usher;

import org.jspecify.annotations.NullMarked;
