@NullMarked
package io.github.usher.page;

import org.jspecify.annotations.NullMarked;
