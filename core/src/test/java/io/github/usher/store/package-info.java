@NullMarked
package io.github.usher.store;

import org.jspecify.annotations.NullMarked;
