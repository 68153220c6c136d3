package io.freshmaker.query.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says of the API as a whole, and the bodies that no class of ours has the form of. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** The name of the body of every error. */
    static final String PROBLEM = "Problem";

    /** The fields of a CloudEvent that are always there. */
    private static final String[] CLOUD_EVENT = {
        "specversion", "id", "source", "type", "subject", "time", "sequence", "datacontenttype", "data"
    };

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Freshmaker")
                        .version(properties == null ? "unknown" : properties.getVersion())
                        .license(new License().name("MIT").identifier("MIT"))
                        .description(
                                "What was rebuilt because of what changed, and why. The original's API, `/api/1` and"
                                        + " `/api/2`, is described in docs/api.md. Times are UTC. Reads are open."))
                .servers(List.of(new Server().url("/")))
                .tags(List.of(
                        tag("events", "Cases of \"something changed\", each with what is rebuilt because of it."),
                        tag("builds", "Rebuilds of single artifacts."),
                        tag("feed", "Every stored fact, in order."),
                        tag("projections", "The read models, and their replays.")))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSchemas("EventChange", eventChange())
                        .addSchemas("FeedPage", feedPage())
                        .addSchemas("CloudEvent", cloudEvent()));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    private static Schema<?> problem() {
        return object("An error (RFC 9457).", "title", "status", "detail")
                .addProperty("type", new StringSchema().description("Absent: the status says it."))
                .addProperty("title", new StringSchema().description("The status in words."))
                .addProperty("status", new IntegerSchema().description("The HTTP status."))
                .addProperty("detail", new StringSchema().description("What is wrong, in a sentence for people."))
                .addProperty("instance", new StringSchema().description("The path that was asked for."));
    }

    private static Schema<?> eventChange() {
        return object("What is to become of an Event.", "action")
                .addProperty("action", new StringSchema()._enum(List.of("cancel")));
    }

    private static Schema<?> feedPage() {
        return object("Facts after a position.", "items", "next")
                .addProperty("items", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/CloudEvent")))
                .addProperty("next", new IntegerSchema().format("int64").description("Ask again with `after` = this."));
    }

    private static Schema<?> cloudEvent() {
        return object("A fact as a CloudEvent 1.0.", CLOUD_EVENT)
                .addProperty("specversion", new StringSchema()._const("1.0"))
                .addProperty("id", new StringSchema().description("Of the fact; the same for ever."))
                .addProperty("source", new StringSchema())
                .addProperty("type", new StringSchema().example("artifactbuild.ArtifactBuildSucceeded"))
                .addProperty("subject", new StringSchema().description("Id of the aggregate that it is about."))
                .addProperty("time", new StringSchema().format("date-time"))
                .addProperty(
                        "sequence", new StringSchema().pattern("^\\d{20}$").description("The position, zero-padded."))
                .addProperty("datacontenttype", new StringSchema()._const("application/json"))
                .addProperty("data", object("The stored fact; its form belongs to its type (docs/messages.md)."));
    }

    private static Schema<?> object(String description, String... required) {
        Schema<Object> object = new Schema<>();
        object.setTypes(Set.of("object"));
        object.setDescription(description);
        object.setRequired(List.of(required));
        return object;
    }
}
