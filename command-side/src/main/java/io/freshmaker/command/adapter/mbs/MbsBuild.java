package io.freshmaker.command.adapter.mbs;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A module build as MBS tells of it. States (spec §6.1): init 0, wait 1, build 2, done 3, failed 4, ready 5, garbage 6.
 *
 * @param what was asked for, for people
 */
record MbsBuild(JsonNode json, String what) {

    static final int FAILED = 4;
    static final int READY = 5;
    /** Failed, and what was left of it is cleaned away. */
    private static final int GARBAGE = 6;

    /** A beginning of a commit that is shorter may be that of another one. */
    private static final int SHORTEST = 7;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");
    private static final Set<Integer> BROKEN = Set.of(FAILED, GARBAGE);

    MbsBuild {
        if (!json.path("id").isIntegralNumber() || !json.path("state").isIntegralNumber()) {
            throw strange(what, "a build without an id or a state");
        }
    }

    String id() {
        return json.path("id").asText();
    }

    long number() {
        return json.path("id").asLong();
    }

    String name() {
        return text("name").orElse("");
    }

    String stream() {
        return text("stream").orElse("");
    }

    Optional<String> version() {
        return text("version");
    }

    Optional<String> context() {
        return text("context");
    }

    Optional<String> stateReason() {
        return text("state_reason");
    }

    Optional<String> modulemd() {
        return text("modulemd");
    }

    boolean isReady() {
        return state() == READY;
    }

    boolean isBroken() {
        return BROKEN.contains(state());
    }

    boolean isUnfinished() {
        return state() < FAILED;
    }

    /** A module that others may be built with, under a name that can be in dist-git. */
    boolean isProper() {
        if (!json.path("name").isTextual() || !json.path("stream").isTextual()) {
            throw strange(what, "a build without a name or a stream");
        }
        return !json.path("scratch").asBoolean()
                && NAME.matcher(name()).matches()
                && NAME.matcher(stream()).matches();
    }

    /** Whether its sources are those of this commit, which one of both may know by its beginning only. */
    boolean isOf(String commit) {
        String scmurl = text("scmurl").orElse("");
        String built = scmurl.substring(scmurl.lastIndexOf('#') + 1);
        if (built.length() < SHORTEST || commit.length() < SHORTEST) return built.equals(commit);
        return built.startsWith(commit) || commit.startsWith(built);
    }

    Optional<Instant> modified() {
        return time(json.path("time_modified"));
    }

    /** When it became ready: {@code time_completed} is when its components were done, which may be days before. */
    Instant readySince() {
        Optional<Instant> last = Optional.empty();
        for (JsonNode step : json.path("state_trace")) {
            if (step.path("state").asInt() == READY) last = time(step.path("time"));
        }
        return last.or(() -> time(json.path("time_completed")))
                .orElseThrow(() -> strange(what, "a ready build without the time since when it is"));
    }

    /** The builds of the same sources in other contexts. */
    List<String> siblings() {
        List<String> ids = new ArrayList<>();
        json.path("siblings").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** The stream of a module that it was really built with. */
    Optional<String> builtWith(String module) {
        return text(json.path("buildrequires").path(module).path("stream"));
    }

    /** As Koji names it: {@code name-stream-version.context}, a dash in the stream being an underscore. */
    String nvr() {
        return name()
                + "-"
                + stream().replace('-', '_')
                + version().map(version -> "-" + version).orElse("")
                + context().map(context -> "." + context).orElse("");
    }

    private int state() {
        return json.path("state").asInt();
    }

    private Optional<String> text(String field) {
        return text(json.path(field));
    }

    private static Optional<String> text(JsonNode value) {
        return value.isNull() || value.asText().isBlank() ? Optional.empty() : Optional.of(value.asText());
    }

    private static Unavailable strange(String what, String told) {
        return new Unavailable("mbs told something strange (%s): %s".formatted(what, told));
    }

    private Optional<Instant> time(JsonNode value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw strange(what, "the time " + value.asText());
        }
    }
}
