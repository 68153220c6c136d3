package io.freshmaker.command.adapter.pulp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks Pulp 2 for the notes of repositories, which name their content sets (spec §9.5). Nothing is changed there. */
final class Pulp implements ContentSets {

    static final String SYSTEM = "pulp";

    private static final String SEARCH = "pulp/api/v2/repositories/search/";
    private static final Pattern CONTENT_SET = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");

    private final Http http;
    private final @Nullable URI server;

    /** @param server null refuses every question with the name of the setting */
    Pulp(Http http, @Nullable URI server) {
        this.http = http;
        this.server = server;
    }

    @Override
    public Set<String> of(Collection<String> repositories) {
        if (repositories.isEmpty()) return Set.of();
        return http.ask(SEARCH, search(repositories), Pulp::read);
    }

    private HttpRequest.Builder search(Collection<String> repositories) {
        if (server == null) {
            throw new Refused("Pulp cannot be asked: the setting freshmaker.pulp.server-url is missing");
        }
        return HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/+$", "") + "/" + SEARCH))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(criteria(repositories).toString()));
    }

    private static ObjectNode criteria(Collection<String> repositories) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ObjectNode criteria = question.putObject("criteria");
        var ids = criteria.putObject("filters").putObject("id").putArray("$in");
        repositories.stream().distinct().sorted().forEach(ids::add);
        criteria.putArray("fields").add("notes");
        return question;
    }

    private static Set<String> read(Answer answer) {
        if (answer.status() != 200) {
            throw new Unavailable("pulp answered %d (%s): %s"
                    .formatted(
                            answer.status(),
                            SEARCH,
                            JsonAnswers.textOf(answer, "error_message").orElse("no message")));
        }
        Set<String> sets = new TreeSet<>();
        for (JsonNode repository : JsonAnswers.list(SYSTEM, SEARCH, answer)) {
            if (!repository.path("notes").isObject()) throw strange("a repository without notes");
            JsonNode set = repository.path("notes").path("content_set");
            if (!set.isMissingNode() && !set.isNull()) sets.add(checked(set));
        }
        return sets;
    }

    private static String checked(JsonNode set) {
        if (set.isTextual() && CONTENT_SET.matcher(set.textValue()).matches()) return set.textValue();
        throw strange("a content set that is none");
    }

    private static Unavailable strange(String what) {
        return new Unavailable("pulp answered something strange (%s): %s".formatted(SEARCH, what));
    }
}
