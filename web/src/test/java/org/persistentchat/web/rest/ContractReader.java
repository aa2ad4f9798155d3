package org.persistentchat.web.rest;

import io.smallrye.openapi.api.OperationHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Completes an operation by what its method is marked with. */
final class ContractReader implements OperationHandler {
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("OpenApi", "application/yaml", "SealedPackage", "application/zip");
    private static final String JSON = "application/json";
    private static final int NO_CONTENT = 204;

    /** What the scanner would replace, by operation. */
    private final Map<String, Consumer<Operation>> completions = new HashMap<>();

    /** Puts the body and the parameters in, after the scanner. */
    void complete(Operation operation) {
        completions.getOrDefault(operation.getOperationId(), unknown -> {}).accept(operation);
    }

    private static void body(Operation operation, AnnotationInstance contract) {
        String takes = text(contract, "takes");
        RequestBody body = operation.getRequestBody();
        if (takes.isEmpty()) {
            operation.setRequestBody(null);
        } else if (body == null) {
            operation.setRequestBody(OASFactory.createRequestBody().content(content(JSON, takes)));
        } else {
            body.required(true)
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setSchema(OASFactory.createSchema().ref(takes)));
        }
    }

    @Override
    public void handleOperation(Operation operation, ClassInfo resource, MethodInfo method) {
        AnnotationInstance contract = method.annotation(Contract.class);
        if (contract == null) {
            throw new AssertionError(resource.simpleName() + "." + method.name() + " lacks @Contract");
        }
        operation.setOperationId(
                resource.simpleName().toLowerCase(Locale.ROOT).replace("calls", "") + "." + method.name());
        operation.setSummary(text(contract, "does"));
        operation.setTags(null);
        completions.put(operation.getOperationId(), completed -> {
            body(completed, contract);
            parameters(completed, contract, resource, method);
        });
        operation.setResponses(responses(contract, method));
        if (isMarked(resource, method, SignedIn.class)) {
            for (String scheme : List.of("bearer", "basic")) {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(scheme));
            }
        }
    }

    private static void parameters(
            Operation operation, AnnotationInstance contract, ClassInfo resource, MethodInfo method) {
        AnnotationValue query = contract.value("query");
        if (query != null) {
            for (String name : query.asStringArray()) {
                operation.addParameter(parameter(Parameter.In.QUERY, name));
            }
        }
        if (isMarked(resource, method, Repeatable.class)) {
            operation.addParameter(parameter(Parameter.In.HEADER, RepeatableInterceptor.KEY));
        }
    }

    private static Parameter parameter(Parameter.In in, String name) {
        return OASFactory.createParameter()
                .in(in)
                .name(name)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static APIResponses responses(AnnotationInstance contract, MethodInfo method) {
        String answers = text(contract, "answers");
        APIResponse success = OASFactory.createAPIResponse().description("done");
        if (!answers.isEmpty()) {
            success.setContent(content(MEDIA_TYPES.getOrDefault(answers, JSON), answers));
        }
        APIResponse problem = OASFactory.createAPIResponse()
                .description("refused, or failed")
                .content(content("application/problem+json", "Problem"));
        APIResponses all = OASFactory.createAPIResponses()
                .addAPIResponse(String.valueOf(status(contract, method)), success)
                .addAPIResponse(APIResponses.DEFAULT, problem);
        AnnotationValue also = contract.value("also");
        if (also != null) {
            for (int status : also.asIntArray()) {
                all.addAPIResponse(String.valueOf(status), success);
            }
        }
        return all;
    }

    private static int status(AnnotationInstance contract, MethodInfo method) {
        AnnotationValue given = contract.value("status");
        if (given != null) {
            return given.asInt();
        }
        if (text(contract, "answers").isEmpty()) {
            return NO_CONTENT;
        }
        return method.hasAnnotation(jakarta.ws.rs.POST.class) ? 201 : 200;
    }

    private static Content content(String mediaType, String schema) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema)));
    }

    private static boolean isMarked(
            ClassInfo resource, MethodInfo method, Class<? extends java.lang.annotation.Annotation> mark) {
        return method.hasAnnotation(mark) || resource.hasDeclaredAnnotation(mark);
    }

    private static String text(AnnotationInstance contract, String name) {
        AnnotationValue value = contract.value(name);
        return value == null ? "" : value.asString();
    }
}
