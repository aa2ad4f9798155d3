package org.persistentchat.discovery;

import java.io.InputStream;

/**
 * A package that was made.
 *
 * @param content to be read once and closed, which removes it from this server
 * @param bytes its size
 * @param records how many records are in it
 */
public record SealedPackage(InputStream content, long bytes, int records) {}
