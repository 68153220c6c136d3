package io.freshmaker.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows one build. */
@Command(name = "build", mixinStandardHelpOptions = true, description = "Shows a build.")
final class BuildCommand implements Callable<Integer> {

    private static final List<String> FIELDS = List.of(
            "id",
            "event_id",
            "type_name",
            "name",
            "state_name",
            "state_reason",
            "original_nvr",
            "rebuilt_nvr",
            "rebuild_reason",
            "dep_on",
            "build_id",
            "time_submitted",
            "time_completed");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "ID", description = "The number of the build.")
    private int id;

    @Override
    public Integer call() {
        JsonNode build = client.api().get("/api/1/builds/" + id);
        Answer.print(spec, client, build, () -> lines(build).toList());
        return 0;
    }

    private static Stream<String> lines(JsonNode build) {
        return FIELDS.stream()
                .filter(field -> !Text.of(build, field).isEmpty())
                .map(field -> "%-15s %s".formatted(field, Text.of(build, field)));
    }
}
