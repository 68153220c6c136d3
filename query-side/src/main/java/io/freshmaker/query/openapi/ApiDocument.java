package io.freshmaker.query.openapi;

import io.freshmaker.api.value.Names;
import io.freshmaker.api.value.Nvr;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says of the API as a whole, and the bodies that no class of ours has the form of. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** The name of the body of every error. */
    static final String PROBLEM = "Problem";

    /** The security scheme of tokens. */
    static final String BEARER = "bearer";

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
                                        + " `/api/2`, is described in docs/api.md. Times are UTC. Reads are open; what"
                                        + " needs a login says so, and any of those that are set up will do."))
                .servers(List.of(new Server().url("/")))
                .tags(List.of(
                        tag("events", "Cases of \"something changed\", each with what is rebuilt because of it."),
                        tag("builds", "Rebuilds of single artifacts."),
                        tag("composes", "Repositories that ODCS makes for builds, which wait for them."),
                        tag("feed", "Every stored fact, in order."),
                        tag("projections", "The read models, and their replays."),
                        tag("overview", "What goes on now."),
                        tag("messages", "Raw messages, and the decisions about those that are parked."),
                        tag("dead letters", "Facts that a policy failed at, and the decisions about them."),
                        tag("failed jobs", "Work with the outside that fails, and the decisions about it."),
                        tag("images", "What the own index knows of container images, and whether they are rebuilt."),
                        tag("actors", "Who has written; for admins.")))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSchemas("EventChange", eventChange())
                        .addSchemas("Rebuild", rebuild())
                        .addSchemas("BranchRebuild", branchRebuild())
                        .addSchemas("Drop", drop())
                        .addSecuritySchemes(BEARER, bearer())
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
                .addProperty("action", new StringSchema()._enum(List.of("cancel")))
                .addProperty(
                        "reason",
                        new StringSchema()
                                .types(Set.of("string", "null"))
                                .maxLength(500)
                                .description("Why, if he says."));
    }

    private static Schema<?> rebuild() {
        return object("What is to be rebuilt: `errata_id` or `freshmaker_event_id` must be there.")
                .addProperty("errata_id", new IntegerSchema().format("int64").minimum(BigDecimal.ONE))
                .addProperty("freshmaker_event_id", new IntegerSchema().minimum(BigDecimal.ONE))
                .addProperty(
                        "container_images",
                        new ArraySchema()
                                .items(new StringSchema().pattern(Nvr.PLAIN))
                                .maxItems(1_000))
                .addProperty("dry_run", new BooleanSchema()._default(false))
                .addProperty("force", new BooleanSchema()._default(false))
                .addProperty("metadata", object(null))
                .addProperty("bundle_related_image_overrides", object(null));
    }

    private static Schema<?> branchRebuild() {
        return object("Which images are to be rebuilt, and from where.", "dist_git_branch", "container_images")
                .addProperty("dist_git_branch", new StringSchema().pattern(Names.BRANCH))
                .addProperty(
                        "container_images",
                        new ArraySchema()
                                .items(new StringSchema().pattern(Names.PLAIN))
                                .minItems(1)
                                .maxItems(1_000))
                .addProperty("brew_target", new StringSchema().pattern(Names.PLAIN))
                .addProperty("freshmaker_event_id", new IntegerSchema().minimum(BigDecimal.ONE))
                .addProperty("dry_run", new BooleanSchema()._default(false))
                .addProperty("metadata", object(null));
    }

    private static Schema<?> drop() {
        return object("Why something is given up.", "reason")
                .addProperty(
                        "reason",
                        new StringSchema().minLength(1).maxLength(1_000).description("In the words of who does it."));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                        "A token of the OpenID Connect issuer (`freshmaker.auth=oidc`). In its place a trusted proxy"
                                + " may name the user (`proxy`), or a TLS client certificate may (`certificate`); with"
                                + " `none` there is no login, and writes are allowed from this machine only.");
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

    private static Schema<?> object(@Nullable String description, String... required) {
        Schema<Object> object = new Schema<>();
        object.setTypes(Set.of("object"));
        object.setDescription(description);
        object.setRequired(List.of(required));
        return object;
    }
}
