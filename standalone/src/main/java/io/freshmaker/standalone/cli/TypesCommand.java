package io.freshmaker.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the numbers of the API with their names. */
@Command(
        name = "types",
        mixinStandardHelpOptions = true,
        description = "Lists the types of Events and builds, and the states of builds.")
final class TypesCommand implements Callable<Integer> {

    private static final List<String> LISTS = List.of("event-types", "build-types", "build-states");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Override
    public Integer call() {
        Api api = client.api();
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        LISTS.forEach(
                list -> all.set(list, api.get("/api/1/%s/".formatted(list)).path("items")));
        Answer.print(
                spec,
                client,
                all,
                () -> LISTS.stream()
                        .flatMap(list -> lines(list, all.path(list)))
                        .toList());
        return 0;
    }

    private static Stream<String> lines(String list, JsonNode items) {
        Table table = new Table("ID", "NAME");
        items.forEach(item -> table.add(Text.of(item, "id"), Text.of(item, "name")));
        return Stream.concat(Stream.of(list + ":"), table.lines().stream().map(line -> "  " + line));
    }
}
