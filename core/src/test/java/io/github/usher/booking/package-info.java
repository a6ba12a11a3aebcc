@NullMarked
package io.github.usher.booking;

import org.jspecify.annotations.NullMarked;
