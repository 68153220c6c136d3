package io.freshmaker.query.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.openapi.Document.Operation;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.IndexedImages;
import io.freshmaker.query.testing.Leftovers;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Verifying;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@code /api/3/openapi} says is what the service does, and all that it does. */
@RunningQuerySide
class OpenApiIT {

    private static final String NOBODY = "999999999";
    private static final String JSON = "application/json";
    private static final String LETTER = "letter-1";
    private static final String IMAGE = "app-container-1-1";

    private static final ComposeRequest COMPOSE = ComposeRequest.ofContentSets(List.of("base-rpms"));

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    @Autowired
    BuildLogs logs;

    @Autowired
    Leftovers leftovers;

    @Autowired
    Actors actors;

    @Autowired
    IndexedImages images;

    @Autowired
    CommandBus bus;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Story cause = Story.registered().with("base").planned();
    private final Story story = Story.registered()
            .with("base")
            .needing("base", COMPOSE, 28484)
            .with("app", "base")
            .because(cause, "base", "mod")
            .planned()
            .requested(COMPOSE);
    private Document document = new Document("{}");
    private long message;
    private long job;
    private Verifying commandSide;

    @BeforeEach
    void everything_that_is_described_has_happened() {
        facts.store(cause.told());
        FoundRpm found = new FoundRpm("x86_64", "tls-1-1", List.of("tls-1-2"), false);
        facts.store(story.started("base", "1001")
                .tell(new ArtifactBuildVerified(
                        story.buildId("base"),
                        story.event(),
                        new Verification("base-1-1", 28484, List.of("x86_64"), List.of(found))))
                .failed("base", "base")
                .failed("app", "base")
                .told());
        logs.write(story.buildId("base").value(), "line 1\n");
        leftovers.clear();
        message = leftovers.message("parked", "{}".getBytes(UTF_8), null);
        job = leftovers.job("event-1", null);
        leftovers.letter(LETTER, 0, "java.lang.IllegalStateException");
        actors.of("jane");
        images.clear();
        images.image(IMAGE, "tls-1-1").parent("base-container-1-1");
        images.source(null);
        commandSide = new Verifying(bus, VerifyAnswer.fine(List.of("latest"), Verifying.IMAGES));
        document = new Document(api.get("/api/3/openapi").body());
    }

    @AfterEach
    void the_command_side_goes() {
        commandSide.close();
        leftovers.clear();
        images.clear();
    }

    @Test
    void it_is_openapi_3_1_and_may_be_had_as_yaml() {
        assertThat(document.root().path("openapi").asText()).startsWith("3.1.");
        assertThat(api.get("/api/3/openapi.yaml").body()).contains("openapi: 3.1.");
        assertThat(document.operations())
                .extracting(operation -> operation.json().path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_handler_is_in_it_and_nothing_else() {
        Set<String> handlers = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(handler -> !handler.getValue().getBeanType().getName().startsWith("org.springdoc"))
                .flatMap(handler -> handler.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/3/"))
                        .flatMap(path -> handler.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))))
                .collect(toSet());

        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(handlers);
    }

    @Test
    void everything_in_it_is_described() {
        for (Operation operation : document.operations()) {
            assertThat(operation.json().path("summary").asText())
                    .as("%s", operation)
                    .isNotEmpty();
            assertThat(Document.stream(operation.json().path("parameters")))
                    .as("%s", operation)
                    .allMatch(parameter -> parameter.hasNonNull("description"));
        }
        document.schemas()
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> assertThat(
                                        field.getValue().path("description").asText())
                                .as("openapi-fields.properties: %s.%s", schema.getKey(), field.getKey())
                                .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_read_answers_as_it_says() {
        return document.operations().stream()
                .filter(operation -> operation.method().equals("GET") && operation.ends())
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> readIsAsDescribed(operation)));
    }

    private void readIsAsDescribed(Operation operation) {
        String path = path(operation);
        document.require(operation, 200, get(path));
        document.require(operation, 400, get(path + "?nope=1"));
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asText();
            String value = Document.valueOf(name, parameter.path("schema"));
            if (!value.isEmpty()) document.require(operation, 200, get(path + "?" + name + "=" + value));
        }
        if (operation.answers(404)) {
            document.require(operation, 404, get(operation.path().replaceAll("\\{\\w+}", NOBODY)));
        }
    }

    /** As who reads what only an admin may: where nobody logs in, only programs are. */
    private HttpResponse<String> get(String path) {
        return api.get(path, "Content-Type", JSON);
    }

    @Test
    void a_stream_is_described_by_what_it_is() {
        Operation live = document.operation("GET /api/3/events/{id}/live");

        assertThat(live.ends()).isFalse();
        document.require(live, 404, api.get("/api/3/events/" + NOBODY + "/live"));
        document.require(live, 400, api.get(path(live) + "?nope=1"));
    }

    @Test
    void an_answer_that_is_not_as_it_says_is_noticed() {
        Operation get = document.operation("GET /api/3/builds/{id}");
        String build = api.get(path(get)).body();

        assertThat(document.mistakes(get, 200, JSON, build)).isEmpty();
        assertThat(document.mistakes(get, 200, JSON, build.replace("\"dep_on\":null,", "")))
                .hasSize(1);
        assertThat(document.mistakes(get, 200, JSON, build.replace("\"dep_on\":null", "\"dep_on\":1")))
                .hasSize(1);
        assertThat(document.mistakes(get, 200, JSON, build.replace("\"dep_on\"", "\"depends\"")))
                .hasSize(2);
        assertThat(document.mistakes(get, 200, "text/plain", build)).hasSize(1);
        assertThat(document.mistakes(get, 201, JSON, build)).hasSize(1);
    }

    private String path(Operation operation) {
        Object id = switch (operation.path().split("/")[3]) {
            case "events" -> story.number();
            case "builds" -> story.build("base");
            case "composes" -> COMPOSE.idIn(story.event());
            case "incoming", "parked" -> message;
            case "failed-jobs" -> job;
            case "images", "verify-image", "verify-image-repository" -> IMAGE;
            default -> LETTER;
        };
        return operation.path().replaceAll("\\{\\w+}", id.toString());
    }
}
