/**
 * The pages that stand between the site's form and the booking page.
 *
 * <p>Each is made of a few values and comes with all its headers: self-contained, safe to frame by the site alone, and
 * free of anything that the visitor submitted. One has a script: the page that frames a calendar listens to it. Nothing
 * here knows a servlet.
 */
@NullMarked
package io.github.usher.pages;

import org.jspecify.annotations.NullMarked;
