package io.freshmaker.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks for images to be rebuilt; what comes of it, {@code freshmaker event} shows. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Asks for the images that lack what an advisory fixes to be rebuilt.")
final class RebuildCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Option(names = "--advisory", paramLabel = "NUMBER", description = "The advisory's number.")
    private @Nullable Long advisory;

    @Option(
            names = "--event",
            paramLabel = "ID",
            description = "An Event of the same advisory, whose rebuilds are built upon.")
    private @Nullable Integer event;

    @Option(
            names = "--image",
            paramLabel = "NVR",
            description = "An image that is wanted, and those that it is built from; may be repeated (default: all).")
    private List<String> images = List.of();

    @Option(names = "--dry-run", description = "Plan everything and build nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Also while another Event of the advisory is running.")
    private boolean force;

    @Option(
            names = "--metadata",
            paramLabel = "JSON",
            description = "An object that is kept with the Event; {\"skip_rebuilt\": false} rebuilds what was rebuilt"
                    + " before.")
    private @Nullable String metadata;

    @Override
    public Integer call() {
        if (advisory == null && event == null) {
            throw new ParameterException(spec.commandLine(), "One of --advisory and --event is needed");
        }
        JsonNode answer = client.api().post("/api/3/builds", body().toString());
        Answer.print(
                spec,
                client,
                answer,
                () -> List.of("Event %s is registered; './freshmaker event %1$s' shows what it rebuilds."
                        .formatted(Text.of(answer, "id"))));
        return 0;
    }

    private ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        if (advisory != null) body.put("errata_id", advisory);
        if (event != null) body.put("freshmaker_event_id", event);
        if (!images.isEmpty()) images.forEach(body.putArray("container_images")::add);
        if (dryRun) body.put("dry_run", true);
        if (force) body.put("force", true);
        if (metadata != null) body.set("metadata", object(metadata));
        return body;
    }

    private JsonNode object(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            if (value.isObject()) return value;
        } catch (JacksonException e) {
            // said below
        }
        throw new ParameterException(
                spec.commandLine(), "The value of --metadata is '%s', but a JSON object is expected".formatted(text));
    }
}
