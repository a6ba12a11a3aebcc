package io.github.usher.routing;

/** What could be learnt of an API, a router and a token without making a lead. */
public sealed interface Rehearsal {
    /** One sentence for the admin, with what to do where something is wrong. Names no token. */
    String sentence();

    /** The API answers, and nothing speaks against a lead. */
    record Answers(String sentence) implements Rehearsal {}

    /** The API answers, and a lead would be refused: the token, its scope or the router is wrong. */
    record Refuses(String sentence) implements Rehearsal {}

    /** The API answers, but not in a way that tells whether a lead would go. */
    record Unclear(String sentence) implements Rehearsal {}

    /** No answer: name, network, proxy, TLS or time. */
    record Away(String sentence) implements Rehearsal {}
}
