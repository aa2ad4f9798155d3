/**
 * What is recorded for compliance: everything, or everything but some categories, as compliance officers decide while servers run. Whoever
 * installs a server may switch it off there by a property, which no officer can overrule. Each switch is itself recorded.
 */
@NullMarked
package org.persistentchat.recording;

import org.jspecify.annotations.NullMarked;
