/** Sites that others wrote, as they are: what becomes of them with the one jar and a config, and what does not. */
@NullMarked
package io.github.usher.thirdparty;

import org.jspecify.annotations.NullMarked;
