@NullMarked
package io.github.usher.submission;

import org.jspecify.annotations.NullMarked;
