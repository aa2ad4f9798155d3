@NullMarked
package org.persistentchat.archive.pack;

import org.jspecify.annotations.NullMarked;
