/** The XML of the original system: its tree, and our own facts in a namespace of our own. */
@NullMarked
package org.persistentchat.archive.adapter.xml;

import org.jspecify.annotations.NullMarked;
