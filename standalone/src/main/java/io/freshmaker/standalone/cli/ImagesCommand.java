package io.freshmaker.standalone.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists images that the own index knows, and says how old that knowledge is. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = "Lists container images, e.g. those that contain a package.")
final class ImagesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Option(names = "--package", paramLabel = "NAME", description = "Only those that contain an RPM of this name.")
    private String rpm = "";

    @Option(
            names = "--older-than",
            paramLabel = "NVR",
            description = "Only those that contain an older build than this one of the same package.")
    private String olderThan = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag in some repository.")
    private String tag = "";

    @Option(names = "--published", description = "Only those that are published.")
    private boolean published;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Override
    public Integer call() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("package", rpm);
        parameters.put("older_than", olderThan);
        parameters.put("tag", tag);
        parameters.put("published", published ? "true" : "");
        parameters.put("limit", Integer.toString(limit));
        JsonNode page = client.api().get("/api/3/images" + Api.query(parameters));
        Answer.print(
                spec,
                client,
                page,
                () -> Stream.concat(table(page.path("items")).lines().stream(), age(page).stream())
                        .toList());
        return 0;
    }

    private static List<String> age(JsonNode page) {
        List<String> age = new ArrayList<>();
        String asOf = Text.of(page, "as_of");
        if (!asOf.isEmpty()) age.add("As of " + asOf + ", or later.");
        String away = Text.of(page.path("source"), "away_since");
        if (!away.isEmpty()) {
            age.add("%s has been away since %s.".formatted(Text.of(page.path("source"), "name"), away));
        }
        if (!Text.of(page, "next").isEmpty()) age.add("There are more.");
        return age;
    }

    private static Table table(JsonNode images) {
        Table table = new Table("IMAGE", "PUBLISHED", "RPMS");
        images.forEach(image -> {
            List<String> rpms = new ArrayList<>();
            image.path("rpms").forEach(one -> rpms.add(one.asString()));
            table.add(Text.of(image, "nvr"), Text.of(image, "published"), String.join(" ", rpms));
        });
        return table;
    }
}
