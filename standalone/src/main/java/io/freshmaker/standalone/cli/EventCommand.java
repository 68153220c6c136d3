package io.freshmaker.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows one Event with its rebuild, and why each artifact is rebuilt or not. */
@Command(name = "event", mixinStandardHelpOptions = true, description = "Shows an Event, its rebuild and why.")
final class EventCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "ID", description = "The number of the Event.")
    private int id;

    @Override
    public Integer call() {
        JsonNode graph = client.api().get("/api/3/events/%d/graph".formatted(id));
        Answer.print(spec, client, graph, () -> RebuildTree.of(graph).lines());
        return 0;
    }
}
