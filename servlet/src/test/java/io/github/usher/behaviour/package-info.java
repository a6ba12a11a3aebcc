/** What a site, its visitor and the routing API see of Usher: one suite, run in every container with the one jar. */
@NullMarked
package io.github.usher.behaviour;

import org.jspecify.annotations.NullMarked;
