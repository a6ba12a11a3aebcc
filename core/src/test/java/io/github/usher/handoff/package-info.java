@NullMarked
package io.github.usher.handoff;

import org.jspecify.annotations.NullMarked;
