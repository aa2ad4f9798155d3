package org.persistentchat.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.problem.Incidents;
import org.persistentchat.web.problem.Problem;

/** The one place where what was thrown becomes an answer: refusals of the chat, of the container (no such address, method or media type), and defects. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof BodyTooLargeException large) {
            ChatException refusal =
                    ChatException.overLimit(ErrorCode.INVALID_FIELD, String.valueOf(large.getMessage()), large.limit());
            return Answers.problem(new Problem(refusal, CONTENT_TOO_LARGE, List.of()));
        }
        if (failure instanceof WebApplicationException container
                && container.getResponse().getStatus() < FIRST_SERVER_ERROR) {
            return ofContainer(container.getResponse());
        }
        return Answers.problem(Problem.of(Incidents.told(failure)));
    }

    private static Response ofContainer(Response refusal) {
        int status = refusal.getStatus();
        if (status < Response.Status.BAD_REQUEST.getStatusCode()) {
            return refusal; // no error
        }
        Problem problem = switch (status) {
            case 404 -> Problem.of(ErrorCode.UNKNOWN_COMMAND, "There is nothing at this address.", status);
            case 405 -> Problem.of(ErrorCode.UNKNOWN_COMMAND, "This address does not have the method.", status);
            case 406 -> Problem.of(ErrorCode.INVALID_FIELD, "The answer is JSON.", status);
            case 415 -> Problem.of(ErrorCode.INVALID_FIELD, "The body must be application/json.", status);
            default -> Problem.of(ErrorCode.MALFORMED, "The request is not understood.", status);
        };
        Response answer = Answers.problem(problem);
        Object allow = refusal.getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }
}
