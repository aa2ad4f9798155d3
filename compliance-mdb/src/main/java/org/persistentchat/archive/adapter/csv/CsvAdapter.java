package org.persistentchat.archive.adapter.csv;

import java.io.IOException;
import java.util.List;
import org.persistentchat.archive.adapter.format.FileNames;
import org.persistentchat.archive.adapter.format.Grouping;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.adapter.Conversation;
import org.persistentchat.compliance.adapter.OutputFiles;
import org.persistentchat.compliance.adapter.Slice;

/** The adapter {@code csv}. */
public final class CsvAdapter implements ComplianceAdapter {

    @Override
    public String type() {
        return "csv";
    }

    @Override
    public void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException {
        FileNames names = new FileNames(options, slice);
        boolean eachRoom = options.flag(Grouping.ONE_ROOM_PER_FILE);
        for (List<Conversation> together : Grouping.of(slice, options)) {
            try (CsvRecords records = new CsvRecords(files.create(names.of(together, eachRoom) + ".csv"))) {
                for (Conversation conversation : together) {
                    records.write(conversation);
                }
            }
        }
    }
}
