/**
 * Goes through all that Usher needs of the world around it, one thing after another, and says of each how it is and what
 * to do: the way to the API, the routers, the store, the addresses of the site, the vendor's own script.
 *
 * <p>It only asks; it never makes a lead. {@link io.github.usher.doctor.Doctor} is the one door.
 */
@NullMarked
package io.github.usher.doctor;

import org.jspecify.annotations.NullMarked;
