/**
 * Servers for tests: {@link org.persistentchat.harness.TestServer} is the assembled product in a folder and on ports of its own, started exactly as a user starts
 * it; {@link org.persistentchat.harness.OnSharedServer} gives a test class the one that all ordinary tests share. Knows nothing of what is tested.
 */
@NullMarked
package org.persistentchat.harness;

import org.jspecify.annotations.NullMarked;
