/**
 * Sealed packages: records of the archive with what proves them, to be handed to somebody who has neither the archive nor the product. Everything in a
 * package is named with its hash in a manifest, which is signed; each record leads to a signed chunk of the archive.
 */
@NullMarked
package org.persistentchat.archive.pack;

import org.jspecify.annotations.NullMarked;
