/**
 * Adapters: runs that turn the archive, slice by slice, into files for other systems.
 *
 * <p>Guarantee: a file is complete or not there, and over all finished files of an adapter no record is missing and none is repeated, wherever a run was
 * stopped. The formats are in packages of their own and know only the published interface {@link org.persistentchat.compliance.adapter}.
 */
@NullMarked
package org.persistentchat.archive.adapter;

import org.jspecify.annotations.NullMarked;
