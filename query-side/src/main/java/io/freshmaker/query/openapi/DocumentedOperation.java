package io.freshmaker.query.openapi;

import io.freshmaker.query.list.NewestFirst;
import io.freshmaker.query.role.Needs;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation what its handler declares in our own annotations, and what all operations have. */
@Component
class DocumentedOperation implements OperationCustomizer {

    private static final String PROBLEM = "application/problem+json";
    private static final String NUMBER_IN_PATH = "{id:[0-9]+}";
    private static final String REPLAYING = "Freshmaker-Replaying";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Method method = handler.getMethod();
        boolean read = handler.hasMethodAnnotation(GetMapping.class);
        if (isOfANumber(method)) numberInPath(operation);
        for (ListArgument argument :
                AnnotatedElementUtils.findMergedRepeatableAnnotations(method, ListArgument.class)) {
            operation.addParametersItem(parameter(argument));
        }
        if (AnnotatedElementUtils.hasAnnotation(method, ListArgument.Times.class)) {
            times().forEach(operation::addParametersItem);
        }
        if (method.isAnnotationPresent(ListArgument.Paging.class)) paging().forEach(operation::addParametersItem);
        if (read) operation.addParametersItem(seen());
        operation.getResponses().values().forEach(answer -> headers(answer, read));
        if (AnnotatedElementUtils.hasAnnotation(method, TellsFact.class)) {
            Objects.requireNonNull(operation.getResponses().get("200")).addHeaderObject(TellsFact.HEADER, fact());
        }
        login(operation, handler.hasMethodAnnotation(Needs.class));
        for (Refuses problem : AnnotatedElementUtils.findMergedRepeatableAnnotations(method, Refuses.class)) {
            refuse(operation, String.valueOf(problem.status()), problem.when());
        }
        refuse(operation, "400", "An argument is wrong or unknown; `detail` names it and says what was expected.");
        refuse(operation, "default", "Anything unexpected: 500, or 503 while the database is away.");
        return operation;
    }

    /** The gate answers before the handler does. */
    private static void login(Operation operation, boolean needed) {
        refuse(
                operation,
                "401",
                (needed ? "Nobody is logged in, or what" : "What") + " was shown as a login is no good.");
        refuse(operation, "429", "Too many requests; `Retry-After` says for how many seconds to wait.");
        if (!needed) return;
        operation.addSecurityItem(new SecurityRequirement().addList(ApiDocument.BEARER));
        refuse(operation, "403", "Who asks may not, or the request could be a web page's.");
    }

    /** Ids of Events and builds are numbers, and their paths say so. */
    private static boolean isOfANumber(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null && Arrays.stream(mapping.path()).anyMatch(path -> path.contains(NUMBER_IN_PATH));
    }

    private static void numberInPath(Operation operation) {
        List<Parameter> all = Objects.requireNonNullElse(operation.getParameters(), List.of());
        all.stream()
                .filter(parameter -> parameter.getName().equals("id"))
                .forEach(parameter -> parameter.schema(new IntegerSchema()).description("The id."));
    }

    private static Parameter parameter(ListArgument argument) {
        Schema<?> one = argument.number() ? new IntegerSchema() : text(argument);
        return new QueryParameter()
                .name(argument.name())
                .description(argument.description() + " Repeatable.")
                .schema(new ArraySchema().items(one));
    }

    private static Schema<?> text(ListArgument argument) {
        StringSchema text = new StringSchema();
        Object[] names = argument.names().getEnumConstants();
        if (names != null)
            text.setEnum(Arrays.stream(names).map(Object::toString).toList());
        return text;
    }

    private static List<Parameter> paging() {
        return Stream.concat(times().stream(), place().stream()).toList();
    }

    private static List<Parameter> times() {
        return List.of(
                query("since", "Only what was made at this time or later.", time()),
                query("until", "Only what was made before this time.", time()));
    }

    private static List<Parameter> place() {
        return List.of(
                query(
                        "cursor",
                        "Where to go on: take it from the last page's `next`, it means nothing else.",
                        new StringSchema()),
                query(
                        "limit",
                        "How many, at most.",
                        new IntegerSchema()
                                ._default(NewestFirst.USUAL)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(NewestFirst.MOST))));
    }

    private static Parameter seen() {
        return query(
                KnownArguments.SEEN,
                "Id of a fact, as a write gave it in `" + TellsFact.HEADER
                        + "`: the answer waits up to 2 s for the read models" + " to know it.",
                new StringSchema());
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }

    private static Schema<?> time() {
        return new StringSchema().format("date-time");
    }

    private static Header fact() {
        return new Header()
                .description("Id of the fact, of several the last, for `seen`.")
                .schema(new StringSchema());
    }

    private static void headers(ApiResponse answer, boolean read) {
        answer.addHeaderObject(
                REPLAYING,
                new Header()
                        .description(
                                "While a read model is replayed, and rows may be missing: which, and how far it is.")
                        .schema(new StringSchema().example("build-view 43%")));
        if (read) {
            answer.addHeaderObject(
                    "Freshmaker-Seen",
                    new Header()
                            .description("With `seen`: whether the read models know that fact, `true` or `false`.")
                            .schema(new StringSchema()._enum(List.of("true", "false"))));
        }
    }

    private static void refuse(Operation operation, String status, String when) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + ApiDocument.PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(when)
                                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(problem))));
    }
}
