package io.freshmaker.standalone.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has a projection read every fact again, and waits until it has. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Makes what is shown anew from the stored facts; nothing is built or published again.")
final class ReplayCommand implements Callable<Integer> {

    private static final Duration PERIOD = Duration.ofMillis(250);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "NAME", description = "The projection, e.g. events; './freshmaker replay ?' names them.")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        Api api = client.api();
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new CommandFailed("There is no projection '%s'; there are: %s.".formatted(name, names(api)));
        }
        api.post("/api/3/projections/%s/replay".formatted(name), "");
        JsonNode state = projection(api);
        while (state.path("replaying").asBoolean(false)) {
            report(state);
            Thread.sleep(PERIOD);
            state = projection(api);
        }
        JsonNode end = state;
        Answer.print(
                spec,
                client,
                end,
                () -> List.of("Projection %s has read all %s facts again.".formatted(name, Text.of(end, "head"))));
        return 0;
    }

    private void report(JsonNode state) {
        var err = spec.commandLine().getErr();
        err.println("Replaying %s: %s of %s".formatted(name, Text.of(state, "position"), Text.of(state, "head")));
        err.flush();
    }

    private JsonNode projection(Api api) {
        return api.get("/api/3/projections")
                .valueStream()
                .filter(projection -> Text.of(projection, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("There is no projection '%s' any more.".formatted(name)));
    }

    private static String names(Api api) {
        return String.join(
                ", ",
                api.get("/api/3/projections")
                        .valueStream()
                        .map(projection -> Text.of(projection, "name"))
                        .toList());
    }
}
