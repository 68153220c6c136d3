package io.freshmaker.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Cancels an Event: what is planned is not built, what runs is stopped. */
@Command(name = "cancel", mixinStandardHelpOptions = true, description = "Cancels an Event and its builds.")
final class CancelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "ID", description = "The number of the Event.")
    private int id;

    @Override
    public Integer call() {
        JsonNode event = client.api().patch("/api/3/events/" + id, "{\"action\": \"cancel\"}");
        Answer.print(spec, client, event, () -> List.of("Event %d is canceled.".formatted(id)));
        return 0;
    }
}
