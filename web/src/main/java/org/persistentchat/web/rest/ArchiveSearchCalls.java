package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.persistentchat.discovery.Discovery;
import org.persistentchat.discovery.FoundRecords;

/** Search in the archive. What is looked for is in the body: addresses end up in logs. */
@Path("/compliance/searches")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ArchiveSearchCalls {
    @Inject
    Discovery discovery;

    @Inject
    Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Searches the archive, a page in its order. Compliance officers only; the search is recorded.",
            takes = "ArchiveSearch",
            answers = "ArchiveRecords",
            status = 200)
    public Response search(InputStream content) {
        Body body = Body.read(content);
        FoundRecords page = discovery.search(
                caller.person(), ArchiveForm.query(body), ArchiveForm.after(body), ArchiveForm.limit(body));
        return Answers.ok(json -> ArchiveForm.write(json, page));
    }
}
