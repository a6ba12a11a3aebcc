@NullMarked
package io.github.usher.delivery;

import org.jspecify.annotations.NullMarked;
