package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pyxis' REST API, for what its GraphQL has no filter for (spec §9.4). Needs {@code freshmaker.pyxis.server-url}. */
final class Rest {

    private static final int PAGE_SIZE = 100;
    /** So many pages nobody has: something is wrong there. */
    private static final int MOST_PAGES = 10_000;

    private final Http http;
    private final @Nullable URI server;

    /** @param http says who we are */
    Rest(Http http, @Nullable URI server) {
        this.http = http;
        this.server = server;
    }

    /** Everything of a kind that a filter finds, page by page until one is empty. */
    List<JsonNode> all(String kind, String filter) {
        return pages(kind, kind, Query.of("filter", filter));
    }

    /** The same with these fields only, e.g. {@code data.brew}. */
    List<JsonNode> all(String kind, String filter, String fields) {
        return pages(kind, kind, Query.of("include", fields).and("filter", filter));
    }

    /**
     * Everything that lies under a path, with these fields only.
     *
     * @param kind what that is, for people
     */
    List<JsonNode> under(String path, String kind, String fields) {
        return pages(path, kind, Query.of("include", fields));
    }

    private List<JsonNode> pages(String path, String kind, Query wanted) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Query query = wanted.and("page_size", PAGE_SIZE).and("page", page);
            JsonNode data = http.ask(kind, request("v1/" + path + query), answer -> read(kind, answer));
            if (data.isEmpty()) return all;
            data.forEach(all::add);
        }
        throw new Unavailable("pyxis has more than %d pages (%s)".formatted(MOST_PAGES, kind));
    }

    private static JsonNode read(String kind, Answer answer) {
        if (answer.status() == 200) {
            JsonNode data = JsonAnswers.object(GraphQl.SYSTEM, kind, answer).path("data");
            if (data.isArray()) return data;
            throw new Unavailable("pyxis answered something strange (%s): a page that is no list".formatted(kind));
        }
        String text =
                "pyxis answered %d (%s): %s%s".formatted(answer.status(), kind, answer.beginning(), answer.trace());
        throw answer.status() == 400 && JsonAnswers.isObject(answer) ? new Refused(text) : new Unavailable(text);
    }

    private HttpRequest.Builder request(String path) {
        if (server == null) {
            throw new Refused("Pyxis cannot be asked: the setting freshmaker.pyxis.server-url is missing");
        }
        URI url = URI.create(server.toString().replaceAll("/+$", "") + "/" + path);
        return HttpRequest.newBuilder(url).header("Accept", "application/json");
    }
}
