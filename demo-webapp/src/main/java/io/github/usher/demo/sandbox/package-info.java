/**
 * A sandbox of Chili Piper: the legacy routing API, the public address and the Edge API of the Demand Conversion
 * Platform, its calendar and live-call pages, and its webhooks, as far as they are documented. A person picks on the control page what the API answers next, sees there every request that a site
 * sent, and books, moves and cancels meetings on pages that send the same browser messages and webhooks as the real
 * ones. All state is in one {@link io.github.usher.demo.sandbox.Sandbox} of the servlet context, and is gone when the
 * application stops.
 */
@NullMarked
package io.github.usher.demo.sandbox;

import org.jspecify.annotations.NullMarked;
