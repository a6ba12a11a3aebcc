/**
 * Real containers, each a process of its own from its own distribution, running sites that a test writes down: an {@link
 * io.github.usher.container.App} is a site, {@link io.github.usher.container.Container} runs one or more, {@link
 * io.github.usher.container.Visitor} asks for its pages, {@link io.github.usher.container.FakeChiliPiper} is the other
 * side. A suite is an abstract class of behaviour, with a tiny subclass for each container.
 */
@NullMarked
package io.github.usher.container;

import org.jspecify.annotations.NullMarked;
