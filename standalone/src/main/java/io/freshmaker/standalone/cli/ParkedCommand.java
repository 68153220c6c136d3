package io.freshmaker.standalone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists parked messages, shows one, has one or all tried again, drops one. */
@Command(
        name = "parked",
        mixinStandardHelpOptions = true,
        description = "Lists broken messages that were parked, or does something about them.")
final class ParkedCommand implements Callable<Integer> {

    private static final String PARKED = "/api/3/parked";
    private static final List<String> FIELDS = List.of(
            "id", "message_id", "topic", "received_at", "outcome", "reason", "drop_reason", "event", "parkings");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The number of the message; all if none is given.")
    private @Nullable Long id;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Of all, only those with this topic.")
    private String topic = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many are listed (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--retry", description = "Have it worked off anew, or all of them.")
    private boolean retry;

    @Option(names = "--drop", description = "Give it up for ever; needs --reason.")
    private boolean drop;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is dropped.")
    private String reason = "";

    @Override
    public Integer call() {
        checkUsage();
        Long message = id;
        if (message == null) return retry ? retryAll() : list();
        if (retry) return act(message, "retry", "");
        return drop ? act(message, "drop", because().toString()) : show(message);
    }

    private void checkUsage() {
        if (retry && drop) throw wrong("--retry and --drop exclude each other");
        if (drop && id == null) throw wrong("--drop needs the ID of a message");
        if (drop && reason.isBlank()) throw wrong("--drop needs a --reason");
        if (!drop && !reason.isEmpty()) throw wrong("--reason belongs to --drop");
        if (id != null && !topic.isEmpty()) throw wrong("--topic is for lists, not for one message");
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private int list() {
        JsonNode page = client.api().get(PARKED + Api.query(selection("limit", Integer.toString(limit))));
        Answer.print(spec, client, page, () -> table(page.path("items")).lines());
        return 0;
    }

    private int show(long message) {
        JsonNode parked = client.api().get(PARKED + "/" + message);
        Answer.print(
                spec,
                client,
                parked,
                () -> Stream.concat(fields(parked), Stream.of("", Text.first(parked, "body", "body_base64")))
                        .toList());
        return 0;
    }

    private int act(long message, String what, String body) {
        JsonNode answer = client.api().post("%s/%d/%s".formatted(PARKED, message, what), body);
        Answer.print(spec, client, answer, () -> List.of(sentence(answer.path("now"))));
        return 0;
    }

    /** Page by page, each message once, however many become parked again meanwhile. */
    private int retryAll() {
        long retried = 0;
        String next = "0";
        while (!next.isEmpty()) {
            JsonNode some = client.api().post(PARKED + "/retry" + Api.query(selection("after", next)), "");
            retried += some.path("retried").asLong(0);
            next = Text.of(some, "next");
        }
        long all = retried;
        JsonNode answer = JsonNodeFactory.instance.objectNode().put("retried", all);
        Answer.print(spec, client, answer, () -> List.of("Messages that are worked off anew: " + all));
        return 0;
    }

    private Map<String, String> selection(String name, String value) {
        Map<String, String> selection = new LinkedHashMap<>();
        selection.put(name, value);
        selection.put("topic", topic);
        return selection;
    }

    private ObjectNode because() {
        return JsonNodeFactory.instance.objectNode().put("reason", reason);
    }

    private static String sentence(JsonNode message) {
        String why = Text.of(message, "reason");
        return "Message %s is %s%s"
                .formatted(Text.of(message, "id"), Text.of(message, "outcome"), why.isEmpty() ? "." : ": " + why);
    }

    private static Stream<String> fields(JsonNode message) {
        return FIELDS.stream()
                .filter(field -> !Text.of(message, field).isEmpty())
                .map(field -> "%-12s %s".formatted(field, Text.of(message, field)));
    }

    private static Table table(JsonNode messages) {
        Table table = new Table("ID", "RECEIVED", "TOPIC", "MESSAGE", "PARKED", "REASON");
        messages.forEach(message -> table.add(
                Text.of(message, "id"),
                Text.of(message, "received_at"),
                Text.of(message, "topic"),
                Text.of(message, "message_id"),
                Text.of(message, "parkings") + "x",
                Text.of(message, "reason")));
        return table;
    }
}
