package io.github.usher.desk;

import java.util.Map;

/** Takes the answer to an order, document by document: maps, lists, texts, numbers and booleans. */
@FunctionalInterface
public interface Answers {
    /** @throws DeskException where nobody takes it any more */
    void add(Map<String, Object> document) throws DeskException;
}
