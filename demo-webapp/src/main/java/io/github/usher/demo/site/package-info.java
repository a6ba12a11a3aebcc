/**
 * The site of Aldgate Machine Tools, as such sites were built around 2009: a servlet for each form, JSPs under
 * {@code WEB-INF}, and a web.xml. Each servlet checks what came in, shows the form again where something is missing, and
 * otherwise puts the enquiry into the {@link io.github.usher.demo.site.Inbox}, which stands for the database and the
 * e-mail of a real site. Nothing here knows of Usher.
 */
@NullMarked
package io.github.usher.demo.site;

import org.jspecify.annotations.NullMarked;
