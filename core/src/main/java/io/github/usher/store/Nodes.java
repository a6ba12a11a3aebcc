package io.github.usher.store;

import io.github.usher.submission.StoreException;
import java.util.List;

/** Who is at work on this store, and who no longer is. Thread-safe. */
interface Nodes {
    /** This node's name. */
    String self();

    /** Says that this node is alive; returns those that have been found dead since the last time, never itself. */
    List<String> dead() throws StoreException;

    /** Forgets a node, after what it was sending is free. */
    void bury(String node) throws StoreException;
}
