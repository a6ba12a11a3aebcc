/**
 * Templates: text is text, a dollar sign and a name in braces is what was submitted under that name.
 *
 * <p>A template is parsed once, when the config is read, and rendered for each submission; what was submitted is never
 * expanded again.
 */
@NullMarked
package io.github.usher.template;

import org.jspecify.annotations.NullMarked;
