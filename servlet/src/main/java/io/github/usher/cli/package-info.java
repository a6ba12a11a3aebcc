/**
 * The command line: looks at a config, shows what would be sent, and sends a test lead, all without a servlet
 * container.
 *
 * <p>Results go to standard output, errors and remarks to standard error; 0 is good, 1 a finding, 2 an error.
 * {@link io.github.usher.cli.UsherCommand} is the one door.
 */
@NullMarked
package io.github.usher.cli;

import org.jspecify.annotations.NullMarked;
