package io.freshmaker.standalone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists Events, the latest first. */
@Command(name = "events", mixinStandardHelpOptions = true, description = "Lists the Events, the latest first.")
final class EventsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in this state, e.g. COMPLETE or SKIPPED.")
    private String state = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    public Integer call() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("per_page", Integer.toString(limit));
        parameters.put("state", state);
        JsonNode answer = client.api().get("/api/2/events/" + Api.query(parameters));
        Answer.print(spec, client, answer, () -> table(answer.path("items")).lines());
        return 0;
    }

    private static Table table(JsonNode events) {
        Table table = new Table("ID", "STATE", "TYPE", "ABOUT", "BUILDS", "CREATED", "REASON");
        events.forEach(event -> table.add(
                Text.of(event, "id"),
                Text.of(event, "state_name"),
                EventTypes.name(event.path("event_type_id").asInt(-1)),
                about(event),
                builds(event.path("builds_summary")),
                Text.of(event, "time_created"),
                Text.of(event, "state_reason")));
        return table;
    }

    private static String about(JsonNode event) {
        String key = Text.of(event, "search_key");
        return event.path("dry_run").asBoolean(false) ? key + " (dry run)" : key;
    }

    private static String builds(JsonNode summary) {
        return summary.path("DONE").asInt(0) + "/" + summary.path("total").asInt(0);
    }
}
