package io.github.usher.demo.sandbox;

/** What became of reading a request to the routing API. */
sealed interface RoutingRequestOrRefusal permits RoutingRequest, Refusal {}
