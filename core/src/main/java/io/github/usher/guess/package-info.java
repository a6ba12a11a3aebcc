/**
 * Which Lead field a form field is, from everything that a page says.
 *
 * <p>{@link io.github.usher.guess.LeadGuesser} is the one door. It reads each field's label, placeholder, name and the
 * rest into meanings, by a vocabulary for each language, weighs them, and then looks at the form as a whole: a
 * {@code name} beside a first name is a surname, and a website that nobody can see is a trap for robots.
 *
 * <p>Pure functions. What a page says comes in as records, so that neither a servlet nor an HTML parser is known here.
 */
@NullMarked
package io.github.usher.guess;

import org.jspecify.annotations.NullMarked;
