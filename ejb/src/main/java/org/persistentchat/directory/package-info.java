/**
 * People as one looks them up, and where people and groups come from: an outer directory is read into the content database through one port, so that every
 * server knows what was known last, whether or not the directory can be reached.
 */
@NullMarked
package org.persistentchat.directory;

import org.jspecify.annotations.NullMarked;
