/**
 * A site as it lies on disk: a WAR that is read without being unpacked, a folder, or a single page; its
 * {@code web.xml}, and what its compiled classes say of themselves.
 *
 * <p>Nothing here runs anything of the site. What cannot be read is left out: a site that nobody remembers is seldom
 * whole. {@link io.github.usher.site.SiteFiles} is the door.
 */
@NullMarked
package io.github.usher.site;

import org.jspecify.annotations.NullMarked;
