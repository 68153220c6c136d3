package io.freshmaker.command.adapter.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.port.UpdateDetails;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks Bodhi's REST API, which needs no login. Paths and parameters are those of Bodhi's own source
 * ({@code bodhi/server/services/updates.py}, {@code ListUpdateSchema} in {@code schemas.py}): {@code status},
 * {@code pushed_since} (UTC), {@code releases}, {@code page}, {@code rows_per_page}; JSON only if one asks for it.
 */
final class Bodhi implements UpdateDetails {

    static final String SYSTEM = "bodhi";

    /** What every version of Bodhi allows. */
    private static final int ROWS = 100;

    private static final int MOST_PAGES = 200;
    private static final int NOT_FOUND = 404;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Http http;
    private final BodhiSettings settings;

    Bodhi(Http http, BodhiSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Bodhi answers the name of a package with a list of its updates; that is none. */
    @Override
    public Optional<UpdateStable> find(String update) {
        String what = "update " + update;
        return ask(what, "/updates/" + encoded(update), answer -> {
            if (answer.status() == NOT_FOUND && JsonAnswers.isObject(answer)) return Optional.empty();
            JsonNode found = read(answer, what);
            if (found.path("update").isObject())
                return Optional.of(new BodhiUpdate(found.path("update"), what).stable());
            if (found.path("updates").isArray()) return Optional.empty();
            throw garbled(what, "no update");
        });
    }

    /**
     * The updates that went stable since then, whatever order Bodhi has them in. A row that moves to another page meanwhile comes
     * twice.
     *
     * @throws Refused when they are more than {@value #MOST_PAGES} pages
     */
    List<BodhiUpdate> stableSince(Instant from) {
        List<BodhiUpdate> updates = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            String what = "stable updates, page " + page;
            JsonNode answer = ask(what, query(from, page), one -> list(one, what));
            answer.path("updates").forEach(row -> updates.add(new BodhiUpdate(row, what)));
            if (page >= answer.path("pages").asInt()) return updates;
        }
        throw new Refused("bodhi has more than %d updates since %s".formatted(MOST_PAGES * ROWS, from));
    }

    private String query(Instant from, int page) {
        String query = "/updates/?status=stable&pushed_since=%s&rows_per_page=%d&page=%d"
                .formatted(encoded(TIME.format(from)), ROWS, page);
        return settings.releases().isEmpty()
                ? query
                : query + "&releases=" + encoded(String.join(",", settings.releases()));
    }

    private <T> T ask(String what, String path, Function<Answer, T> reader) {
        if (settings.baseUrl() == null) {
            throw new Refused(BodhiSettings.PREFIX + ".base-url is not set, so Bodhi cannot be asked");
        }
        URI url = URI.create(settings.baseUrl() + path);
        return http.ask(what, HttpRequest.newBuilder(url).header("Accept", "application/json"), reader);
    }

    private static JsonNode list(Answer answer, String what) {
        JsonNode list = read(answer, what);
        if (list.path("updates").isArray() && list.path("pages").isInt()) return list;
        throw garbled(what, "no list of updates");
    }

    /** A no of Bodhi's own, which is JSON, is final; one of something in between is not. */
    private static JsonNode read(Answer answer, String what) {
        if (answer.isSuccess()) return JsonAnswers.object(SYSTEM, what, answer);
        String said = "bodhi answered %d (%s): %s".formatted(answer.status(), what, answer.beginning());
        throw JsonAnswers.isObject(answer) ? new Refused(said) : new Unavailable(said);
    }

    /** Something between us and Bodhi may have answered. */
    private static Unavailable garbled(String what, String mistake) {
        return new Unavailable("bodhi's answer cannot be read (%s): %s".formatted(what, mistake));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
