/**
 * The program: its commands and how they show what they do. Everything else is in the packages below, usable as a library.
 */
@NullMarked
package org.persistentchat.loadtest;

import org.jspecify.annotations.NullMarked;
