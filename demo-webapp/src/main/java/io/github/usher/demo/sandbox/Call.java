package io.github.usher.demo.sandbox;

import java.time.Instant;

/**
 * One request that reached the routing API.
 *
 * @param number counts from 1 since the start
 * @param at when it came
 * @param address method and path
 * @param body the body, JSON set out for reading where it is JSON
 * @param answer what was answered
 */
public record Call(int number, Instant at, String address, String body, String answer) {}
