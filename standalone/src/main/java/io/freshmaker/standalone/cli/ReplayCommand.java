package io.freshmaker.standalone.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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
        JsonNode end = awaitEnd(api);
        Answer.print(
                spec,
                client,
                end,
                () -> List.of("Projection %s has read all %s facts again.".formatted(name, Text.of(end, "head"))));
        return 0;
    }

    private JsonNode awaitEnd(Api api) throws InterruptedException {
        Screen screen = Screen.of(spec.commandLine().getErr());
        JsonNode state = projection(api);
        while (state.path("replaying").asBoolean(false)) {
            screen.show(List.of(progress(state.path("replay"))));
            Thread.sleep(PERIOD);
            state = projection(api);
        }
        return state;
    }

    /** The rate is not known before the first facts were read. */
    private String progress(JsonNode replay) {
        String soFar = "Replaying %s: %s of %s facts, %s%%"
                .formatted(name, Text.of(replay, "facts"), Text.of(replay, "of"), Text.of(replay, "percent"));
        String rate = Text.of(replay, "per_second");
        return rate.isEmpty()
                ? soFar
                : "%s, %s per second, until about %s".formatted(soFar, rate, time(Text.of(replay, "estimated_end")));
    }

    private static String time(String instant) {
        return LocalTime.ofInstant(Instant.parse(instant), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
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
