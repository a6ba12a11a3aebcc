/**
 * What both halves of the demo share: the company's old site in {@code site}, and the sandbox of Chili Piper in
 * {@code sandbox}. Neither knows the other, and neither knows Usher.
 */
@NullMarked
package io.github.usher.demo;

import org.jspecify.annotations.NullMarked;
