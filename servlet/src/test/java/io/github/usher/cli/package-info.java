/** The command line, run within the process against real files and a real server. */
@NullMarked
package io.github.usher.cli;

import org.jspecify.annotations.NullMarked;
