@NullMarked
package org.persistentchat.archive.search;

import org.jspecify.annotations.NullMarked;
