@NullMarked
package io.github.usher.scan;

import org.jspecify.annotations.NullMarked;
