package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.config.ConfigurationKey;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.reconfiguration.Configuration;
import org.persistentchat.reconfiguration.Reconfiguration;
import org.persistentchat.web.json.ConfigurationForm;

/** What can be configured while servers run. */
@Path("/configuration")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ConfigurationCalls {
    @Inject
    Reconfiguration reconfiguration;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Shows what is configured. Administrators only.", answers = "Configuration")
    public Response read() {
        return answer(reconfiguration.read(caller.person()));
    }

    @GET
    @Path("/keys")
    @Contract(does = "Explains what can be configured. Administrators only.", answers = "ConfigurationKeys")
    public Response keys() {
        Configuration configuration = reconfiguration.read(caller.person());
        return Answers.ok(json -> ConfigurationForm.writeKeys(json, configuration));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(
            does = "Changes what is configured. Administrators only.",
            takes = "ConfigurationChange",
            answers = "Configuration")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, InputStream content) {
        long expected = EntityTag.version(ifMatch);
        Body body = Body.read(content);
        Map<ConfigurationKey, Optional<Integer>> wanted = new EnumMap<>(ConfigurationKey.class);
        for (String name : body.names()) {
            ConfigurationKey key = ConfigurationKey.named(name)
                    .orElseThrow(() -> Body.invalid(name, "is no key of the configuration"));
            wanted.put(key, value(body, key));
        }
        return answer(reconfiguration.change(caller.person(), expected, wanted));
    }

    /** The value that is wanted; absent if it is null, which takes the stored one back. */
    private static Optional<Integer> value(Body body, ConfigurationKey key) {
        if (body.isNull(key.key())) {
            return Optional.empty();
        }
        if (key.isFlag()) {
            return Optional.of(body.flag(key.key(), false) ? 1 : 0);
        }
        long value = body.integer(key.key());
        if (!key.allows(value)) {
            String message = "\"" + key.key() + "\" must be from " + key.least() + " to " + key.most() + ".";
            throw value > key.most()
                    ? ChatException.overLimit(ErrorCode.INVALID_FIELD, message, key.most())
                    : new ChatException(ErrorCode.INVALID_FIELD, message);
        }
        return Optional.of((int) value);
    }

    private static Response answer(Configuration configuration) {
        Response values = Answers.ok(json -> ConfigurationForm.writeValues(json, configuration));
        return EntityTag.of(configuration.version()).on(values);
    }
}
