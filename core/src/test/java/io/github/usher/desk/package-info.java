/** Tests of the desk, with a store in memory and a real socket. */
@NullMarked
package io.github.usher.desk;

import org.jspecify.annotations.NullMarked;
