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
        description =
                "Asks for images to be rebuilt: those that lack what an advisory fixes, or those named, from a branch.")
final class RebuildCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Option(names = "--advisory", paramLabel = "NUMBER", description = "The advisory's number.")
    private @Nullable Long advisory;

    @Option(names = "--branch", paramLabel = "BRANCH", description = "From which the images were built last.")
    private @Nullable String branch;

    @Option(names = "--target", paramLabel = "TARGET", description = "With --branch: the Koji target.")
    private @Nullable String target;

    @Option(
            names = "--event",
            paramLabel = "ID",
            description =
                    "An Event of the same advisory, whose rebuilds are built upon; with --branch, one that it follows.")
    private @Nullable Integer event;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "An image that is wanted; may be repeated. For an advisory by its NVR (default: all), from a"
                    + " branch by its name.")
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
        requireSense();
        String path = branch == null ? "/api/3/builds" : "/api/3/async-builds";
        JsonNode answer = client.api().post(path, body().toString());
        Answer.print(
                spec,
                client,
                answer,
                () -> List.of("Event %s is registered; './freshmaker event %1$s' shows what it rebuilds."
                        .formatted(Text.of(answer, "id"))));
        return 0;
    }

    private void requireSense() {
        if (branch == null && advisory == null && event == null)
            throw wrong("One of --advisory, --event and --branch is needed");
        if (branch == null && target != null) throw wrong("--target needs --branch");
        if (branch != null && (advisory != null || force))
            throw wrong("--branch goes with neither --advisory nor --force");
        if (branch != null && images.isEmpty()) throw wrong("--branch needs at least one --image");
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        if (branch != null) body.put("dist_git_branch", branch);
        if (target != null) body.put("brew_target", target);
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
        throw wrong("The value of --metadata is '%s', but a JSON object is expected".formatted(text));
    }
}
