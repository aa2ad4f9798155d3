package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.config.LimitValues;
import org.persistentchat.reconfiguration.Configuration;

/** What is configured as JSON: for administrators all of it, for clients what concerns them. */
public final class ConfigurationForm {
    private ConfigurationForm() {}

    /** A member for each key, with the value that holds. */
    public static void writeValues(JsonGenerator json, Configuration configuration) throws IOException {
        for (ConfigurationKey key : ConfigurationKey.values()) {
            json.writeFieldName(key.key());
            writeValue(json, key, configuration.values());
        }
    }

    /** The member {@code items}: what each key is, and whether its value is stored. */
    public static void writeKeys(JsonGenerator json, Configuration configuration) throws IOException {
        json.writeArrayFieldStart("items");
        for (ConfigurationKey key : ConfigurationKey.values()) {
            json.writeStartObject();
            json.writeStringField("key", key.key());
            json.writeStringField("type", key.isFlag() ? "boolean" : "integer");
            json.writeFieldName("value");
            writeValue(json, key, configuration.values());
            json.writeFieldName("installed");
            writeValue(json, key, configuration.installed());
            json.writeBooleanField("stored", configuration.stored().contains(key));
            if (!key.isFlag()) {
                json.writeNumberField("least", key.least());
                json.writeNumberField("most", key.most());
                json.writeStringField("unit", key.unit());
            }
            json.writeStringField("property", key.property());
            json.writeStringField("effect", key.effect());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeValue(JsonGenerator json, ConfigurationKey key, LimitValues values) throws IOException {
        if (key.isFlag()) {
            json.writeBoolean(values.get(key) != 0);
        } else {
            json.writeNumber(values.get(key));
        }
    }
}
