@NullMarked
package org.persistentchat.loadtest.soak;

import org.jspecify.annotations.NullMarked;
