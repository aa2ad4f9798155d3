/**
 * The published protocol as the tests hold frames against it. Reads the JSON Schemas and documents of {@code docs/} and nothing of the product's code, so what it
 * accepts is what is documented. Guarantees that a frame passes only if a client that knows no more than the documents understands it.
 */
@NullMarked
package org.persistentchat.protocol;

import org.jspecify.annotations.NullMarked;
