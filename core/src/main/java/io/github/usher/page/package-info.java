/**
 * The pages of a site as a visitor would get them: JSP, JSF, Struts, Spring, Stripes, FreeMarker, Velocity, Thymeleaf
 * and plain HTML become HTML without being run, and the forms on them become values.
 *
 * <p>A page is read in this order: bytes to text ({@code Encoding}), text with includes and tags to HTML
 * ({@code Renderer}), HTML to forms ({@code FormsOnPage}). What is known only at run time is blank, or {@code *} in a
 * name. Broken mark-up is the rule and not the exception: whatever is read, something comes out.
 * {@link io.github.usher.page.PageReader} is the door.
 */
@NullMarked
package io.github.usher.page;

import org.jspecify.annotations.NullMarked;
