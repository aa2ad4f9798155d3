package org.persistentchat.archive.adapter;

import java.time.Duration;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;

/**
 * An adapter with what the configuration says of it.
 *
 * @param adapter the implementation
 * @param options for it
 * @param interval between runs, and length of a slice
 * @param directory for its files
 */
record ConfiguredAdapter(
        ComplianceAdapter adapter, AdapterOptions options, Duration interval, OutputDirectory directory) {}
