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

/** Lists builds, the latest first. */
@Command(name = "builds", mixinStandardHelpOptions = true, description = "Lists the builds, the latest first.")
final class BuildsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Option(names = "--event", paramLabel = "ID", description = "Only those of this Event.")
    private String event = "";

    @Option(names = "--state", paramLabel = "STATE", description = "Only those in this state, e.g. FAILED.")
    private String state = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    public Integer call() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("per_page", Integer.toString(limit));
        parameters.put("order_by", "-id");
        parameters.put("event_id", event);
        parameters.put("state", state);
        JsonNode answer = client.api().get("/api/1/builds/" + Api.query(parameters));
        Answer.print(spec, client, answer, () -> table(answer.path("items")).lines());
        return 0;
    }

    private static Table table(JsonNode builds) {
        Table table = new Table("ID", "EVENT", "STATE", "TYPE", "NAME", "REBUILT", "REASON");
        builds.forEach(build -> table.add(
                Text.of(build, "id"),
                Text.of(build, "event_id"),
                Text.of(build, "state_name"),
                Text.of(build, "type_name"),
                Text.of(build, "name"),
                Text.of(build, "rebuilt_nvr"),
                Text.of(build, "state_reason")));
        return table;
    }
}
