@NullMarked
package io.github.usher.aftermath;

import org.jspecify.annotations.NullMarked;
