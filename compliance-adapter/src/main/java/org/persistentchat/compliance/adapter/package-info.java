/**
 * The published interface of compliance adapters: what turns slices of the archive into files for another system.
 *
 * <p>The formats XML, CSV and EML are adapters of this interface themselves. An own one is a class that implements {@link
 * org.persistentchat.compliance.adapter.ComplianceAdapter}, named in {@code META-INF/services}, in a module of the server that depends on the module
 * {@code org.persistentchat.compliance.adapter}. These types only grow: a member that is here stays.
 */
@NullMarked
package org.persistentchat.compliance.adapter;

import org.jspecify.annotations.NullMarked;
