@NullMarked
package io.github.usher.form;

import org.jspecify.annotations.NullMarked;
