@NullMarked
package io.github.usher.site;

import org.jspecify.annotations.NullMarked;
